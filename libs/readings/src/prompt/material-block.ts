import type { NumberedPassage } from '@app/composer';
import type { ClientDocument } from '../client-documents.js';
import { cleanFacts, cleanMaterial } from './clean-material.js';

type Facts = Readonly<Record<string, unknown>>;

/** Kinds of the knowledge pack's records, by the first part of their id. */
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
  `[${passage.n}] (${kindOf(passage)}) ${titled(passage.title, passage.text, marker)}`;

/** Never a word of the passage's own: ids of ingested documents are written by their authors. */
function kindOf({ id, retriever }: NumberedPassage): string {
  if (retriever === 'persona') return 'counsellor';
  const [area = ''] = id.split(':', 1);
  return Object.hasOwn(KINDS, area) ? (KINDS[area] ?? 'document') : 'document';
}

/** Material without a number cannot be cited. */
export const clientLine = ({ title, text }: ClientDocument, marker: string): string =>
  `- ${titled(title, text, marker)}`;

/** Cleaned once more as a whole: the title “system” becomes a speaker only by the colon. */
const titled = (title: string, text: string, marker: string): string =>
  cleanMaterial(`${cleanMaterial(title, marker)}: ${cleanMaterial(text, marker)}`, marker);

/** Computed facts, and apart from them those that were recognised in the user's words. */
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

/** A model needs what things are called; ids are for programs. What has only a name is written as that. */
function withoutId(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('id' in value)) return value;
  const { id: _, ...named } = value;
  if (!('name' in named || 'title' in named)) return value;
  const [only, ...more] = Object.values(named);
  return more.length === 0 ? only : named;
}

/** Lines between two lines of the marker, which none of them contains. */
export const materialBlock = (lines: readonly string[], marker: string): string =>
  [marker, ...lines, marker].join('\n');
