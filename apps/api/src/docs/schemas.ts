import { PROBLEMS } from '../http/problem-codes.js';

const text = { type: 'string' };
const list = (items: object) => ({ type: 'array', items });

/** What several routes answer or take. */
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
  Reading: {
    type: 'object',
    required: ['reading', 'kind', 'status', 'texts'],
    properties: {
      reading: text,
      kind: text,
      locale: { enum: ['ko', 'en'] },
      facts: { type: 'object' },
      status: { enum: ['ok', 'partial', 'failed', 'cancelled', 'safety'] },
      texts: list({ type: 'object', properties: { section: text, full_text: text } }),
      retrieval: list({ type: 'object' }),
      citations: list({ type: 'object' }),
      followups: list(text),
      timings: { type: 'object' },
    },
  },
};
