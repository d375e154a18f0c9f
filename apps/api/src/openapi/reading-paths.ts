import type { ReadingDefinition } from '@app/readings';
import {
  FAILURES,
  LIMITED,
  UNAUTHORIZED,
  body,
  header,
  json,
  ok,
  pathParameter,
  problem,
  ref,
  schemaOf,
} from './parts.js';

const STREAM = {
  description:
    'Server-Sent Events: `reading`, `retrieval` × 4, `section`, `delta`, `citation`, last `done`. With `Accept: application/json` the finished reading.',
  content: { 'text/event-stream': { schema: { type: 'string' } }, ...json(ref('Reading')) },
};

const KEY = header(
  'Idempotency-Key',
  'The same key and body again join the reading that the first one started; another body is refused.',
);
const FRESH = header('Cache-Control', '`no-cache` has it written anew.');

function readingPath({ kind, input, sections }: ReadingDefinition) {
  return {
    post: {
      tags: ['readings'],
      operationId: `read-${kind}`,
      summary: `Read: ${kind}`,
      description: `Sections: ${sections.map(({ id }) => `\`${id}\``).join(', ')}.`,
      parameters: [
        { name: 'onDisconnect', in: 'query', required: false, schema: { enum: ['cancel', 'continue'] } },
        KEY,
        FRESH,
      ],
      requestBody: body(schemaOf(input)),
      responses: { '200': STREAM, ...FAILURES, '502': problem('As JSON only: no section could be written.') },
    },
  };
}

/** One path a kind, and what can be done with readings under way. */
export const readingPaths = (kinds: readonly ReadingDefinition[]) => ({
  ...Object.fromEntries(kinds.map((definition) => [`/v1/readings/${definition.kind}`, readingPath(definition)])),
  '/v1/readings': {
    get: {
      tags: ['readings'],
      summary: 'The kinds, their sections and input schemas',
      responses: { ...ok('The kinds.', { type: 'object' }), ...UNAUTHORIZED },
    },
  },
  '/v1/readings/{id}/events': {
    get: {
      tags: ['readings'],
      summary: 'Read on after an event',
      parameters: [
        pathParameter('id'),
        header('Last-Event-ID', '`<readingId>.<seq>` of the last event that was read.'),
        {
          name: 'after',
          in: 'query',
          required: false,
          schema: { type: 'string' },
          description: 'The same, for clients that cannot send headers.',
        },
      ],
      responses: {
        '200': STREAM,
        '204': { description: 'Finished, and everything has been read.' },
        '400': FAILURES['400'],
        ...UNAUTHORIZED,
        '404': problem('Unknown.'),
        '410': problem('No longer kept.'),
        ...LIMITED,
        '503': FAILURES['503'],
      },
    },
  },
  '/v1/readings/{id}': {
    delete: {
      tags: ['readings'],
      summary: 'Stop a reading for everyone',
      parameters: [pathParameter('id')],
      responses: { '204': { description: 'Stopped.' }, ...UNAUTHORIZED, '404': problem('Unknown.') },
    },
  },
  '/v1/retrieve': {
    post: {
      tags: ['retrieval'],
      summary: 'The four retrievers alone',
      requestBody: body(ref('Retrieve')),
      responses: {
        ...ok('Per retriever: status, ms, passages with scores and their origin.', { type: 'object' }),
        ...FAILURES,
      },
    },
  },
});
