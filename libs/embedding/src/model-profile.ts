import type { Script } from '@app/text';
import type { EmbeddingRole } from './embedder.js';

export const EVERY_SCRIPT = [
  'latin',
  'hangul',
  'han',
  'kana',
  'cyrillic',
  'other',
] as const satisfies readonly Script[];

/** What a family of models wants, besides its files. */
export interface ModelProfile {
  readonly scripts: ReadonlySet<Script>;
  /** How token vectors become one vector. */
  readonly pooling: 'mean' | 'cls';
  readonly prefix: Readonly<Record<EmbeddingRole, string>>;
}

const NO_PREFIX = { query: '', passage: '' } as const;
/** Wang et al. 2022 (E5), and every model card of the family: leaving them out costs quality. */
const E5_PREFIX = { query: 'query: ', passage: 'passage: ' } as const;

const MULTILINGUAL = /multilingual|(^|\W)e5-|bge-m3|labse/i;
const ENGLISH = /all-minilm|all-mpnet|-en(\W|$)/i;

/** Reads the family off a model's name; `fallback` are the scripts of a name that tells nothing. */
export function profileOf(model: string, fallback: readonly Script[]): ModelProfile {
  return {
    scripts: new Set(MULTILINGUAL.test(model) ? EVERY_SCRIPT : ENGLISH.test(model) ? ['latin'] : fallback),
    pooling: /(^|\W)(bge|labse)/i.test(model) ? 'cls' : 'mean',
    prefix: /(^|\W)e5-/i.test(model) ? E5_PREFIX : NO_PREFIX,
  };
}
