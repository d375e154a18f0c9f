import { PROBLEMS } from '../http/problem-codes.js';

const text = { type: 'string' };
const bilingual = { type: 'object', required: ['ko', 'en'], properties: { ko: text, en: text } };
const list = (items: object) => ({ type: 'array', items });

/** Schemas that several routes share. */
export const schemas = {
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status', 'code', 'requestId', 'retryable'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      code: { enum: Object.keys(PROBLEMS) },
      requestId: text,
      retryable: { type: 'boolean' },
      errors: list({ type: 'object', properties: { field: text, message: text } }),
    },
  },
  Kinds: {
    type: 'object',
    required: ['kinds', 'personas'],
    properties: {
      personas: list({
        type: 'object',
        required: ['id', 'title', 'text', 'kinds'],
        properties: {
          id: { type: 'string', description: 'Value of `persona` in a request' },
          title: bilingual,
          text: bilingual,
          kinds: list(text),
        },
      }),
      kinds: list({
        type: 'object',
        required: ['kind', 'sections', 'input'],
        properties: {
          kind: text,
          sections: list({
            type: 'object',
            required: ['id', 'title', 'retrievers', 'after', 'maxTokens'],
            properties: {
              id: text,
              title: bilingual,
              retrievers: list(text),
              after: list(text),
              maxTokens: { type: 'integer' },
            },
          }),
          input: { type: 'object', description: 'JSON schema of the request body' },
        },
      }),
    },
  },
};
