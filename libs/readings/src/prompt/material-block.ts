import type { Evidence } from '@app/llm';
import type { SuppliedDocument } from '../supplied-documents.js';
import { cleanFacts, cleanMaterial } from './clean-material.js';

/** One numbered document, one line. */
export const evidenceLine = ({ n, title, text }: Evidence, marker: string): string =>
  `[${n}] ${cleanMaterial(title, marker)}: ${cleanMaterial(text, marker)}`;

/** Material without a number: nothing can cite it. */
export const suppliedLine = ({ title, text }: SuppliedDocument, marker: string): string =>
  `- ${cleanMaterial(title, marker)}: ${cleanMaterial(text, marker)}`;

export const factsLine = (facts: Readonly<Record<string, unknown>>, marker: string): string =>
  `Facts: ${JSON.stringify(cleanFacts(facts, marker))}`;

/** Lines between two lines of the marker, which none of them holds. */
export const materialBlock = (lines: readonly string[], marker: string): string =>
  [marker, ...lines, marker].join('\n');
