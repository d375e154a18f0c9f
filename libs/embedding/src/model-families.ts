import type { Script } from '@app/text';

export const EVERY_SCRIPT = [
  'latin',
  'hangul',
  'han',
  'kana',
  'cyrillic',
  'other',
] as const satisfies readonly Script[];

/** How token vectors become one vector. */
export type Pooling = 'mean' | 'cls' | 'last';

/** Properties of the models that match a name pattern, according to their model cards. */
export interface ModelFamily {
  readonly name: RegExp;
  /** All scripts on which the model was trained. */
  readonly scripts: readonly Script[];
  readonly pooling: Pooling;
  /** Prefix of questions; `passage` is the prefix of passages. */
  readonly query?: string;
  readonly passage?: string;
}

const ENGLISH: readonly Script[] = ['latin'];
const KOREAN: readonly Script[] = ['hangul', 'latin'];

const BGE_QUERY = 'Represent this sentence for searching relevant passages: ';
const QWEN_QUERY = 'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:';
const E5_INSTRUCT_QUERY =
  'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ';

/** The first match is used, so specific patterns precede general ones. */
export const MODEL_FAMILIES: readonly ModelFamily[] = [
  { name: /e5-[\w-]*instruct/i, scripts: EVERY_SCRIPT, pooling: 'mean', query: E5_INSTRUCT_QUERY },
  { name: /multilingual-e5/i, scripts: EVERY_SCRIPT, pooling: 'mean', query: 'query: ', passage: 'passage: ' },
  { name: /ko[\w]*e5|e5[\w-]*-ko/i, scripts: KOREAN, pooling: 'mean', query: 'query: ', passage: 'passage: ' },
  { name: /(^|\W)e5-/i, scripts: ENGLISH, pooling: 'mean', query: 'query: ', passage: 'passage: ' },
  { name: /(^|\W)kure(\W|$)/i, scripts: EVERY_SCRIPT, pooling: 'cls' },
  { name: /bge-m3|snowflake-arctic-embed-l-v2[\w.-]*-ko/i, scripts: EVERY_SCRIPT, pooling: 'cls' },
  { name: /bge-[\w.-]*en/i, scripts: ENGLISH, pooling: 'cls', query: BGE_QUERY },
  { name: /gte-multilingual/i, scripts: EVERY_SCRIPT, pooling: 'cls' },
  { name: /gte-modernbert/i, scripts: ENGLISH, pooling: 'cls' },
  { name: /gte-[\w-]*en-v1\.5/i, scripts: ENGLISH, pooling: 'cls' },
  { name: /gte-(small|base|large)/i, scripts: ENGLISH, pooling: 'mean' },
  { name: /arctic-embed-[\w-]*v2/i, scripts: EVERY_SCRIPT, pooling: 'cls', query: 'query: ' },
  { name: /arctic-embed/i, scripts: ENGLISH, pooling: 'cls', query: BGE_QUERY },
  { name: /ko-sroberta|ko-sbert|kosimcse/i, scripts: KOREAN, pooling: 'mean' },
  { name: /qwen3-embedding/i, scripts: EVERY_SCRIPT, pooling: 'last', query: QWEN_QUERY },
  {
    name: /embeddinggemma/i,
    scripts: EVERY_SCRIPT,
    pooling: 'mean',
    query: 'task: search result | query: ',
    passage: 'title: none | text: ',
  },
  {
    name: /nomic-embed-text-v2/i,
    scripts: EVERY_SCRIPT,
    pooling: 'mean',
    query: 'search_query: ',
    passage: 'search_document: ',
  },
  { name: /nomic-embed/i, scripts: ENGLISH, pooling: 'mean', query: 'search_query: ', passage: 'search_document: ' },
  { name: /granite-embedding-[\w-]*multilingual/i, scripts: EVERY_SCRIPT, pooling: 'cls' },
  { name: /granite-embedding/i, scripts: ENGLISH, pooling: 'cls' },
  { name: /labse/i, scripts: EVERY_SCRIPT, pooling: 'cls' },
  { name: /multilingual/i, scripts: EVERY_SCRIPT, pooling: 'mean' },
  { name: /all-minilm|all-mpnet|multi-qa|msmarco|-en(\W|$)/i, scripts: ENGLISH, pooling: 'mean' },
  { name: /text-embedding-(3|ada)/i, scripts: EVERY_SCRIPT, pooling: 'mean' },
];
