import type { ReadingDefinition } from '@app/readings';
import { parameter } from './parameters.js';
import { BUSY, FAILURES, REFUSALS, body, json, ok, pathParameter, problem, ref, schemaOf } from './parts.js';
import { OF_A_READING } from './response-headers.js';

const STREAM = {
  headers: OF_A_READING,
  description:
    'Server-Sent Events: `reading`, `retrieval` × 4, `section`, `delta`, `citation`, last `done`. With `Accept: application/json` the finished reading.',
  content: { 'text/event-stream': { schema: { type: 'string' } }, ...json(ref('Reading')) },
};

function readingPath({ kind, input, sections }: ReadingDefinition) {
  return {
    post: {
      tags: ['readings'],
      operationId: `read-${kind}`,
      summary: `Read: ${kind}`,
      description: `Sections: ${sections.map(({ id, title }) => `\`${id}\` (${title.en})`).join(', ')}.`,
      parameters: [
        { name: 'onDisconnect', in: 'query', required: false, schema: { enum: ['cancel', 'continue'] } },
        { name: 'full_text', in: 'query', required: false, schema: { enum: ['0', '1'] } },
        parameter('IdempotencyKey'),
        parameter('CacheControl'),
      ],
      requestBody: body(schemaOf(input)),
      responses: {
        '200': STREAM,
        ...FAILURES,
        '409': problem('JSON only: the reading was stopped.'),
        '502': problem('JSON only: no section could be written.'),
      },
    },
  };
}

/** One path per kind, and operations on running readings.  */
export const readingPaths = (kinds: readonly ReadingDefinition[]) => ({
  ...Object.fromEntries(kinds.map((definition) => [`/v1/readings/${definition.kind}`, readingPath(definition)])),
  '/v1/readings': {
    get: {
      tags: ['readings'],
      summary: 'The kinds, their sections and input schemas',
      responses: ok('The kinds.', ref('Kinds')),
    },
  },
  '/v1/readings/{id}/events': {
    get: {
      tags: ['readings'],
      summary: 'Continue after an event',
      parameters: [
        pathParameter('id'),
        parameter('LastEventId'),
        {
          name: 'after',
          in: 'query',
          required: false,
          schema: { type: 'string' },
          description: 'The same as `Last-Event-ID`, for clients that cannot send headers.',
        },
      ],
      responses: {
        '200': STREAM,
        '204': { description: 'Finished, and all events have been received.' },
        '400': problem('The last event does not belong to this reading.'),
        '404': problem('Unknown.'),
        '410': problem('No longer kept.'),
        ...BUSY,
      },
    },
  },
  '/v1/readings/{id}': {
    delete: {
      tags: ['readings'],
      summary: 'Stop a reading for everyone',
      parameters: [pathParameter('id')],
      responses: { '204': { description: 'Stopped.' }, '404': problem('Unknown.'), ...BUSY },
    },
  },
  '/v1/retrieve': {
    post: {
      tags: ['retrieval'],
      summary: 'The four retrievers alone',
      requestBody: body(ref('Retrieve')),
      responses: {
        ...ok('Per retriever: status, ms, passages with scores and their origin.', { type: 'object' }),
        ...REFUSALS,
      },
    },
  },
});
