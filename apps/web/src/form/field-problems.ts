import type { Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';

/** What is wrong with a field, by its path. */
export type FieldProblems = Readonly<Record<string, string | undefined>>;

/** The fields that the browser finds invalid, explained in the language of the page. */
export function fieldProblems(form: HTMLFormElement, dates: ReadonlySet<string>, locale: Locale): FieldProblems {
  const { missing, invalid } = TEXTS[locale];
  const problems: Record<string, string> = {};
  for (const control of form.querySelectorAll<HTMLInputElement>(':invalid:is(input, textarea, select)')) {
    const { name, validity, inputMode } = control;
    const kind = dates.has(name) ? 'date' : inputMode === 'decimal' ? 'number' : 'other';
    problems[name] = validity.valueMissing ? missing : invalid[kind];
  }
  return problems;
}

/** Moves to the first field with a problem, and opens the section that hides it. */
export function showFirstProblem(form: HTMLFormElement, problems: FieldProblems): void {
  const first = [...form.querySelectorAll<HTMLElement>('[name]')].find(
    (control) => problems[control.getAttribute('name') ?? ''] !== undefined,
  );
  first?.closest('details')?.setAttribute('open', '');
  first?.focus();
}
