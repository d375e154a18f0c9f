import type { NumberedPassage } from '@app/composer';
import type { ClientDocument } from '../client-documents.js';
import { cleanFacts, cleanMaterial } from './clean-material.js';

/** One numbered document, one line. */
export const passageLine = ({ n, title, text }: NumberedPassage, marker: string): string =>
  `[${n}] ${titled(title, text, marker)}`;

/** Material without a number: nothing can cite it. */
export const clientLine = ({ title, text }: ClientDocument, marker: string): string =>
  `- ${titled(title, text, marker)}`;

/** Cleaned once more as a whole: a title that is the bare word “system” becomes a speaker only by the colon. */
const titled = (title: string, text: string, marker: string): string =>
  cleanMaterial(`${cleanMaterial(title, marker)}: ${cleanMaterial(text, marker)}`, marker);

export const factsLine = (facts: Readonly<Record<string, unknown>>, marker: string): string =>
  `Facts: ${JSON.stringify(cleanFacts(facts, marker), nameAlone)}`;

/** `{id, name}` is the name to a model; the id is for programs. */
function nameAlone(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return value;
  return Object.keys(value).length === 2 ? value.name : value;
}

/** Lines between two lines of the marker, which none of them holds. */
export const materialBlock = (lines: readonly string[], marker: string): string =>
  [marker, ...lines, marker].join('\n');
