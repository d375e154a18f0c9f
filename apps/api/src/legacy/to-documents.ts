import type { ClientDocument } from '@app/readings';

/** Limits of the reading input. */
const MAX_TEXT_LENGTH = 4_000;
const MAX_TITLE_LENGTH = 200;
const MAX_DOCUMENTS = 32;

/**
 * Converts a client's material to documents; lists and objects become one line each. Texts may be cut, because they are
 * not the user's words.
 */
export function toDocuments(material: Readonly<Record<string, unknown>>): readonly ClientDocument[] {
  return Object.entries(material)
    .map(([title, value]) => ({
      title: title.slice(0, MAX_TITLE_LENGTH),
      text: toText(value).slice(0, MAX_TEXT_LENGTH),
    }))
    .filter(({ text }) => text !== '')
    .slice(0, MAX_DOCUMENTS);
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(toText).filter(Boolean).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, entry]) => [key, toText(entry)])
    .filter(([, entry]) => entry !== '')
    .map(([key, entry]) => `${key}: ${entry}`)
    .join('; ');
}
