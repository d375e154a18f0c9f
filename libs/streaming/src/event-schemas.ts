import { z } from 'zod';

/**
 * Schemas of the events of the wire protocol: the only source of their types, of docs/stream.md, of `/v1/schemas`, of
 * OpenAPI and of the types in clients/typescript. Used for documents and tests; events are not validated while a
 * reading streams.
 */

const ms = z.number().min(0).describe('Milliseconds');
const section = z.string().describe('Id of the section');

const usage = z
  .object({ promptTokens: z.int().min(0), completionTokens: z.int().min(0) })
  .describe('Tokens as the model counts them');

const careNotice = z.object({
  topic: z.string(),
  lines: z.array(z.object({ name: z.string(), number: z.string(), hours: z.string(), url: z.string().optional() })),
});

export const readingStarted = z
  .object({
    reading: z.string().describe('Id of the reading'),
    kind: z.string(),
    locale: z.enum(['ko', 'en']),
    sections: z.array(z.string()).describe('Ids of the sections, in the order in which to show them'),
    facts: z.record(z.string(), z.unknown()).describe('Computed, never generated; `/v1/schemas/{kind}.facts`'),
    llm: z
      .object({ engine: z.enum(['openai', 'anthropic', 'offline']), model: z.string() })
      .describe('`offline`: composed from facts and passages without a language model'),
    care: careNotice.optional().describe('Present when the text concerns grief, abuse, illness or a similar topic'),
    warnings: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .describe('With `?lenient=true`: parts of the input that were left out'),
    cached: z.boolean().optional().describe('True when the reading is replayed from the cache'),
  })
  .describe('Always first. A second one means that the reading begins again: discard what was shown');

export const citableSource = z.object({
  n: z.int().min(1).describe('Number by which texts cite it: `[n]`'),
  id: z.string(),
  title: z.string(),
  source: z.string(),
  score: z.number(),
});

export const retrievalSettled = z
  .object({
    retriever: z.string().describe('`graph`, `corpus`, `persona`, `domain`'),
    status: z.enum(['ok', 'empty', 'timeout', 'error']),
    ms,
    degraded: z
      .boolean()
      .optional()
      .describe('True when words alone decided, because the embedder failed or was too slow'),
    sources: z.array(citableSource),
  })
  .describe('Once for each retriever, when it has settled');

export const sectionStarted = z
  .object({ section, status: z.literal('start') })
  .describe('Before the first text of a section');

export const sectionDone = z
  .object({
    section,
    status: z.literal('done'),
    full_text: z.string().optional().describe('The whole text; only with `?full_text=1`'),
    finish_reason: z.string(),
    ttft_ms: ms.describe('Time to the first text of the section'),
    ms,
    usage: usage.optional(),
  })
  .describe('The section is complete');

export const sectionFailed = z
  .object({
    section,
    status: z.literal('failed'),
    code: z.string().describe('Stable; `llm.timeout`, `llm.truncated`, …'),
    message: z.string(),
    retryable: z.boolean(),
  })
  .describe('The section failed; text that was shown stays valid');

export const delta = z
  .object({ section, content: z.string() })
  .describe('Text to append to a section, as it arrives; sections interleave');

export const citation = z
  .object({ section, n: z.int().min(1), id: z.string().describe('Id of a source of a `retrieval` event') })
  .describe('A section cites a source, the first time');

export const readingFailed = z
  .object({ error: z.string(), code: z.string() })
  .describe('The whole reading failed without any text; `done` follows');

export const shutdown = z
  .object({ shutdown: z.literal(true) })
  .describe('The server is going away; request the reading again, `done` follows');

const stageTiming = z.object({ start: z.number(), ms: z.number() });

export const readingDone = z
  .object({
    done: z.literal(true),
    status: z.enum(['ok', 'partial', 'failed', 'cancelled', 'safety']),
    ms,
    timings: z.record(z.string(), stageTiming).describe('Stages: start and length in ms since the request arrived'),
    usage: usage.optional(),
    grounded: z.boolean().optional().describe('False when no retriever found anything to write from'),
    followups: z.array(z.string()).optional().describe('Questions the user may ask next'),
  })
  .describe('Exactly once, always last');

/** Schemas of the data of every event, by event name. */
export const eventData = {
  reading: readingStarted,
  retrieval: retrievalSettled,
  section: z.union([sectionStarted, sectionDone, sectionFailed]).describe('Beginning and end of a section'),
  delta,
  citation,
  error: readingFailed,
  shutdown,
  done: readingDone,
};

const sectionText = z.union([
  sectionDone.extend({ full_text: z.string() }),
  sectionFailed.extend({ full_text: z.string().describe('What was written before the failure') }),
  z.object({ section, status: z.literal('running'), full_text: z.string() }).describe('The text so far'),
]);

/** A reading as one JSON document. */
export const readingDocument = readingStarted
  .extend(readingDone.omit({ done: true, status: true }).shape)
  .extend({
    status: z.enum([...readingDone.shape.status.options, 'running']),
    retrieval: z.array(retrievalSettled),
    texts: z.array(sectionText).describe('In the order of `sections`'),
    citations: z.array(citation),
  })
  .describe('A reading; `running` only from `GET /v1/readings/{id}`');
