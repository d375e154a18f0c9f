import type { ReadingDefinition } from '@app/readings';
import { parameter } from './parameters.js';
import { FAILURES, REFUSALS, body, ok, pathParameter, problem } from './parts.js';
import { OF_A_READING } from './response-headers.js';

const text = { type: 'string' };
const anything = { type: 'object' };
const message = { type: 'object', required: ['role'], properties: { role: text, content: {} } };
const usersMessage = (content: string) => ({ role: 'user', content });
const SSE = { 'text/event-stream': { schema: text } };

/** Routes that serve the same readings to clients of other protocols. */
export const formatPaths = (kinds: readonly ReadingDefinition[]) => ({
  '/v1/chat/completions': {
    post: {
      tags: ['other formats'],
      operationId: 'createChatCompletion',
      summary: 'A reading for clients of OpenAI’s API; the kinds are the models',
      description:
        'Fields of the kind’s input, such as `birth` or `locale`, may stand beside `messages`. Errors also carry `error` in OpenAI’s shape.',
      parameters: [parameter('IdempotencyKey'), parameter('CacheControl')],
      requestBody: body(
        {
          type: 'object',
          required: ['model', 'messages'],
          properties: {
            model: { enum: kinds.map(({ kind }) => kind) },
            messages: { type: 'array', items: message },
            stream: { type: 'boolean' },
          },
        },
        { model: 'dream', messages: [usersMessage('A snake followed me into the house.')] },
      ),
      responses: {
        '200': {
          headers: OF_A_READING,
          description: 'A chat completion; with `stream` its chunks, last `[DONE]`.',
          content: { 'application/json': { schema: anything }, ...SSE },
        },
        '404': problem('No such kind.'),
        ...FAILURES,
      },
    },
  },
  '/v1/models': {
    get: {
      tags: ['other formats'],
      operationId: 'listModels',
      summary: 'The kinds as models',
      responses: ok('A list in OpenAI’s shape.', anything),
    },
  },
  '/v1/models/{id}': {
    get: {
      tags: ['other formats'],
      operationId: 'getModel',
      summary: 'One kind as a model',
      parameters: [pathParameter('id')],
      responses: { ...ok('A model in OpenAI’s shape.', anything), '404': problem('No such kind.') },
    },
  },
  '/v1/ui-messages/{kind}': {
    post: {
      tags: ['other formats'],
      operationId: 'streamUiMessages',
      summary: 'A reading for `useChat` of the Vercel AI SDK',
      parameters: [pathParameter('kind'), parameter('IdempotencyKey'), parameter('CacheControl')],
      requestBody: body(
        { type: 'object', required: ['messages'], properties: { messages: { type: 'array', items: anything } } },
        { messages: [{ id: '1', role: 'user', parts: [{ type: 'text', text: 'A snake followed me home.' }] }] },
      ),
      responses: {
        '200': {
          headers: OF_A_READING,
          description:
            'A UI message stream: sections as text parts, cited sources as `source-document`, the rest as `data-*`.',
          content: SSE,
        },
        '404': problem('No such kind.'),
        ...FAILURES,
      },
    },
  },
  '/mcp': {
    post: {
      tags: ['other formats'],
      operationId: 'callMcp',
      summary: 'Model Context Protocol, streamable HTTP without sessions',
      description:
        'Tools: `read_{kind}`, `birth_chart`, `search_knowledge`; with progress notifications. The client accepts both content types.',
      requestBody: body(anything, { jsonrpc: '2.0', id: 1, method: 'tools/list' }),
      responses: {
        '200': { description: 'JSON-RPC messages.', content: { 'application/json': { schema: anything }, ...SSE } },
        '202': { description: 'A notification was received.' },
        ...REFUSALS,
      },
    },
  },
});
