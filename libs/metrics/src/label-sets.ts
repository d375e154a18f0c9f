/**
 * All label values except `other`. Kinds, sections and retrievers are not listed: their modules register them at start
 * (`register` of the metrics class).
 */
export const LABEL_SETS = {
  readingOutcome: ['ok', 'partial', 'failed', 'cancelled', 'safety'],
  sectionOutcome: [
    'done',
    'aborted',
    'llm.timeout',
    'llm.rate_limited',
    'llm.unavailable',
    'llm.unauthorized',
    'llm.rejected',
    'llm.invalid_response',
    'llm.incomplete',
    'llm.filtered',
    'llm.refused',
    'llm.empty',
    'llm.truncated',
    'llm.failed',
  ],
  llmOutcome: [
    'ok',
    'aborted',
    'llm.timeout',
    'llm.rate_limited',
    'llm.unavailable',
    'llm.unauthorized',
    'llm.rejected',
    'llm.invalid_response',
    'llm.incomplete',
    'llm.filtered',
    'llm.refused',
    'llm.empty',
    'llm.truncated',
  ],
  retryReason: [
    'slot',
    'parameter',
    'llm.timeout',
    'llm.rate_limited',
    'llm.unavailable',
    'llm.invalid_response',
    'llm.incomplete',
    'llm.empty',
  ],
  retrieverOutcome: ['ok', 'empty', 'timeout', 'error'],
  embeddingOutcome: [
    'ok',
    'aborted',
    'embedding.busy',
    'embedding.timeout',
    'embedding.unavailable',
    'embedding.invalid',
  ],
  redisRefusal: ['read_only', 'out_of_memory', 'writes_refused', 'unauthorized', 'tls', 'cluster', 'loading'],
  knowledgeTable: ['domain', 'corpus'],
  attackFamily: ['override', 'role', 'leak', 'delimiter', 'jailbreak'],
  locale: ['ko', 'en'],
  method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LabelSet = keyof typeof LABEL_SETS;

const folds = Object.fromEntries(
  Object.entries(LABEL_SETS).map(([name, values]) => [name, closedLabel(values)]),
) as Readonly<Record<LabelSet, (value: string) => string>>;

/** The value if its set contains it, else `other`. */
export const label = (set: LabelSet, value: string): string => folds[set](value);

/** Maps every value outside a closed set to `other`, so that client input cannot add series. */
function closedLabel(values: readonly string[]): (value: string) => string {
  const known = new Set(values);
  return (value) => (known.has(value) ? value : 'other');
}
