import type { Field } from './form-fields.js';

/** Entered values by path. */
export type Draft = Readonly<Record<string, string>>;

type Container = Record<string, unknown>;

/** Builds the request body of a form, without empty fields. */
export function requestBody(fields: readonly Field[], draft: Draft, locale: string): Container {
  const body: Container = { locale };
  for (const field of fields) {
    const text = (
      draft[field.path] ??
      (field.type === 'select' || field.type === 'flag' ? field.options[0] : undefined) ??
      ''
    ).trim();
    if (text === '') continue;
    if (field.type === 'calendar') setCalendar(body, field.path, text);
    else for (const path of [field.path, ...(field.copies ?? [])]) set(body, path, valueOf(field, text));
  }
  return body;
}

function valueOf({ type, word }: Field, text: string): unknown {
  if (type === 'words') return splitWords(text);
  // Lines are digits, which may stand without spaces; other numbers may have several digits.
  const number = word === 'numbers' ? /\d+/g : /\d/g;
  if (type === 'numbers') return [...text.matchAll(number)].map(([digits]) => Number(digits));
  if (type === 'number') return Number(text);
  if (type === 'flag') return text === 'true';
  return text;
}

const splitWords = (text: string): readonly string[] =>
  text
    .split(/[,、，\n]/u)
    .map((word) => word.trim())
    .filter(Boolean);

function setCalendar(body: Container, path: string, value: string): void {
  set(body, path, value === 'leap' ? 'lunar' : value);
  if (value === 'leap') set(body, path.replace(/calendar$/, 'leapMonth'), true);
}

/** Sets a value at a dotted path; numbers in the path create lists. */
function set(body: Container, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = body;
  for (const [index, name] of names.entries()) {
    at[name] ??= /^\d+$/.test(names[index + 1] ?? last) ? [] : {};
    at = at[name] as Container;
  }
  at[last] = value;
}
