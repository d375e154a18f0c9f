import { LOCALES } from '@app/text';
import type { ReadingDefinition } from '@app/readings';
import { parameter } from './parameters.js';
import { BUSY, FAILURES, REFUSALS, body, json, ok, pathParameter, problem, ref, schemaName } from './parts.js';
import { OF_A_READING } from './response-headers.js';
import { WITHOUT_KEY } from './security.js';

const streamOf = (document: string) => ({
  headers: OF_A_READING,
  description: 'The finished reading; as a stream the events of docs/stream.md: `reading` first, `done` last.',
  content: {
    ...json(ref(document)),
    'text/event-stream': { schema: ref('ReadingEvent') },
    'application/x-ndjson': { schema: ref('ReadingEvent') },
  },
});

function readingPath({ kind, sections, example }: ReadingDefinition) {
  const name = schemaName(kind);
  return {
    post: {
      tags: ['readings'],
      operationId: `read${name}`,
      summary: `Read: ${kind}`,
      description: `Sections: ${sections.map(({ id, title }) => `\`${id}\` (${title.en})`).join(', ')}.`,
      parameters: [
        {
          name: 'stream',
          in: 'query',
          required: false,
          schema: { enum: ['true', 'false'] },
          description: 'The same as `Accept: text/event-stream` or `application/json`.',
        },
        { name: 'onDisconnect', in: 'query', required: false, schema: { enum: ['cancel', 'continue'] } },
        {
          name: 'lenient',
          in: 'query',
          required: false,
          schema: { enum: ['true', 'false'] },
          description:
            'Leaves out unknown fields, personas and collections and lists them in `warnings`, instead of answering 422.',
        },
        { name: 'full_text', in: 'query', required: false, schema: { enum: ['0', '1'] } },
        parameter('IdempotencyKey'),
        parameter('CacheControl'),
        parameter('LastEventId'),
      ],
      requestBody: body(ref(`${name}Input`), example),
      responses: {
        '200': streamOf(`${name}Reading`),
        '204': { description: 'With `Last-Event-ID`: finished, and all events have been received.' },
        ...FAILURES,
        '409': problem('JSON only: the reading was stopped.'),
        '502': problem('JSON only: no section could be written.'),
      },
    },
  };
}

/** One path per kind, and operations on running readings. */
export const readingPaths = (kinds: readonly ReadingDefinition[]) => ({
  ...Object.fromEntries(kinds.map((definition) => [`/v1/readings/${definition.kind}`, readingPath(definition)])),
  '/v1/readings': {
    get: {
      tags: ['readings'],
      operationId: 'listKinds',
      summary: 'The kinds, their sections and input schemas',
      responses: ok('The kinds.', ref('Kinds')),
    },
  },
  '/v1/readings/{id}/events': {
    get: {
      tags: ['readings'],
      operationId: 'resumeReading',
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
        '200': {
          headers: OF_A_READING,
          description: 'The events after that one.',
          content: { 'text/event-stream': { schema: ref('ReadingEvent') } },
        },
        '204': { description: 'Finished, and all events have been received.' },
        '400': problem('The last event does not belong to this reading.'),
        '404': problem('Unknown.'),
        '410': problem('No longer kept.'),
        ...BUSY,
      },
    },
  },
  '/v1/readings/{id}': {
    get: {
      tags: ['readings'],
      operationId: 'getReading',
      summary: 'The finished reading, or what there is so far',
      parameters: [pathParameter('id')],
      responses: {
        ...ok('`status` is `running` until the reading has ended.', ref('Reading')),
        '404': problem('Unknown.'),
        '410': problem('No longer kept.'),
        ...BUSY,
      },
    },
    delete: {
      tags: ['readings'],
      operationId: 'stopReading',
      summary: 'Stop the own reading; other clients with the same request read on',
      parameters: [pathParameter('id')],
      responses: { '204': { description: 'Stopped.' }, '404': problem('Unknown.'), ...BUSY },
    },
  },
  '/v1/schemas': {
    get: {
      tags: ['readings'],
      operationId: 'listSchemas',
      summary: 'Names of the published JSON Schemas',
      ...WITHOUT_KEY,
      responses: ok('Their addresses.', {
        type: 'object',
        required: ['schemas'],
        properties: { schemas: { type: 'array', items: { type: 'string' } } },
      }),
    },
  },
  '/v1/schemas/{name}': {
    get: {
      tags: ['readings'],
      operationId: 'getSchema',
      summary: 'The JSON Schema of an event, of a finished reading, or of a kind’s input or facts',
      ...WITHOUT_KEY,
      parameters: [pathParameter('name')],
      responses: {
        '200': {
          description: 'JSON Schema 2020-12.',
          content: { 'application/schema+json': { schema: { type: 'object' } } },
        },
        '404': problem('No such schema.'),
      },
    },
  },
  '/v1/passages/{id}': {
    get: {
      tags: ['retrieval'],
      operationId: 'getPassage',
      summary: 'The text of a built-in record that a reading cites',
      parameters: [pathParameter('id'), { name: 'locale', in: 'query', required: false, schema: { enum: LOCALES } }],
      responses: {
        ...ok('In the language asked for, else in the other.', {
          type: 'object',
          required: ['id', 'title', 'text', 'source'],
          properties: {
            id: { type: 'string' },
            title: { type: 'string' },
            text: { type: 'string' },
            source: { type: 'string' },
          },
        }),
        '404': problem('No built-in record has this id.'),
      },
    },
  },
  '/v1/retrieve': {
    post: {
      tags: ['retrieval'],
      operationId: 'retrieve',
      summary: 'The four retrievers alone',
      requestBody: body(ref('Retrieve'), { query: 'a snake in the house', locale: 'en' }),
      responses: {
        ...ok('Per retriever: status, ms, passages with scores and their origin.', { type: 'object' }),
        ...REFUSALS,
      },
    },
  },
  '/v1/search': {
    post: {
      tags: ['retrieval'],
      operationId: 'search',
      summary: 'Rows of the knowledge tables by words and meaning, as `rag search` finds them',
      requestBody: body(ref('Search'), { query: 'a snake in the house' }),
      responses: {
        ...ok('`rows`, best first: id, collection, document, title, source, text, score and ranks.', {
          type: 'object',
        }),
        ...REFUSALS,
        ...BUSY,
      },
    },
  },
});
