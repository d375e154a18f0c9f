import type { NumberedPassage } from '@app/composer';
import { LRUCache } from 'lru-cache';
import type { ClientDocument } from '../client-documents.js';
import { cleanFacts, cleanMaterial } from './clean-material.js';

type Facts = Readonly<Record<string, unknown>>;

/** Names of the kinds of built-in knowledge records, by the first part of their id. */
const KINDS: Readonly<Record<string, string>> = {
  dream: 'dream symbol',
  tarot: 'card',
  iching: 'hexagram',
  trigram: 'trigram',
  saju: 'saju',
  astro: 'astrology',
  theme: 'theme',
  emotion: 'feeling',
  archetype: 'archetype',
  element: 'element',
  corpus: 'article',
};

/** One numbered passage on one line. */
export const passageLine = (passage: NumberedPassage, marker: string): string =>
  `[${passage.n}] (${kindOf(passage)}) ${passageText(passage, marker)}`;

/** Title and text of passages without a marker; the built-in knowledge files have about 3 000. */
const known = new LRUCache<string, string>({ max: 4_000 });

function passageText({ title, text }: NumberedPassage, marker: string): string {
  const key = `${title}\n${text}`;
  const clean = known.get(key) ?? titled(title, text);
  known.set(key, clean);
  return key.includes(marker) || clean.includes(marker) ? titled(title, text, marker) : clean;
}

/**
 * Name of a passage's kind. Never taken from the passage itself, because authors choose the ids of ingested documents.
 */
function kindOf({ id, retriever }: NumberedPassage): string {
  if (retriever === 'persona') return 'counsellor';
  const [area = ''] = id.split(':', 1);
  return Object.hasOwn(KINDS, area) ? (KINDS[area] ?? 'document') : 'document';
}

/** Text from the client. It has no number, so it cannot be cited. */
export const clientLine = ({ title, text }: ClientDocument, marker: string): string =>
  `- ${titled(title, text, marker)}`;

/** Cleans the joined line again: a title such as “system” becomes a role word only with the colon. */
const titled = (title: string, text: string, marker?: string): string =>
  cleanMaterial(`${cleanMaterial(title, marker)}: ${cleanMaterial(text, marker)}`, marker);

/** Computed facts and, on a separate line, those recognised in the user's words. */
export function factsLines(facts: Facts, recognised: readonly string[], marker: string): readonly string[] {
  const entries = Object.entries(cleanFacts(facts, marker) as Facts);
  const found = entries.filter(([name, value]) => recognised.includes(name) && !isEmptyList(value));
  const computed = entries.filter(([name]) => !recognised.includes(name));
  return [
    ...(computed.length > 0 ? [`Computed: ${inJson(computed)}`] : []),
    ...(found.length > 0 ? [`Recognised in the words, may be wrong; the words decide: ${inJson(found)}`] : []),
  ];
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const inJson = (entries: readonly (readonly [string, unknown])[]): string =>
  JSON.stringify(Object.fromEntries(entries), withoutId);

/**
 * Removes ids, because a model needs only names: `id` beside `name` or `title`, `lowerId` beside `lower`. An object with
 * one remaining field is replaced by its value.
 */
function withoutId(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const own = Object.fromEntries(Object.entries(value).filter(([name]) => !isIdBeside(name, value)));
  const { id, ...named } = own;
  if (id === undefined || !('name' in named || 'title' in named)) return own;
  const [only, ...more] = Object.values(named);
  return more.length === 0 ? only : named;
}

const isIdBeside = (name: string, value: object): boolean => name.endsWith('Id') && name.slice(0, -2) in value;

/** Encloses the lines between two lines with the marker. The lines must not contain the marker. */
export const materialBlock = (lines: readonly string[], marker: string): string =>
  [marker, ...lines, marker].join('\n');
