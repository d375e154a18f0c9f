import type { SuppliedDocument } from '@app/readings';

/** What a kind of reading takes. */
const LONGEST = 4_000;
const MOST = 32;

/**
 * Material of a client's as documents: whatever has something to say, lists and objects in one line each. It is no word of
 * the user's, so what is too long is cut.
 */
export function supplied(material: Readonly<Record<string, unknown>>): readonly SuppliedDocument[] {
  return Object.entries(material)
    .map(([title, value]) => ({ title: title.slice(0, 200), text: inWords(value).slice(0, LONGEST) }))
    .filter(({ text }) => text !== '')
    .slice(0, MOST);
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, entry]) => [key, inWords(entry)])
    .filter(([, words]) => words !== '')
    .map(([key, words]) => `${key}: ${words}`)
    .join('; ');
}
