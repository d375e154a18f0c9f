import { parameter } from './parameters.js';
import { FAILURES, type Schema, body, ok } from './parts.js';
import { OF_A_READING } from './response-headers.js';

const text = { type: 'string' };
const words = { type: 'array', items: text };
const locale = { enum: ['ko', 'en'], default: 'ko' };
const anything = { type: 'object' };
const turn = { type: 'object', properties: { role: { enum: ['user', 'assistant', 'system'] }, content: text } };
const messages = { type: 'array', items: turn };
const birth = {
  type: 'object',
  properties: { date: text, time: text, gender: text, city: text, lat: { type: 'number' }, lon: { type: 'number' } },
};
const charts = { saju: anything, astro: anything, birth, birthDate: text, birthTime: text, theme: text, locale };
const hexagram = {
  type: 'object',
  properties: { number: { type: 'integer' }, name: text, symbol: text, judgment: text },
};
const changingLine = { type: 'object', properties: { index: { type: 'integer', minimum: 1, maximum: 6 }, text } };

const object = (properties: Schema, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});

const DREAM = object(
  {
    dream: { type: 'string', maxLength: 4_000 },
    symbols: words,
    emotions: words,
    themes: words,
    context: words,
    locale,
    birth,
  },
  ['dream'],
);
const DREAM_CHAT = object({ messages, dream_context: anything, language: locale, session_id: text }, ['messages']);
const TAROT_CHAT = object({ messages, context: anything, language: locale, counselor_id: text }, ['messages']);
const ICHING = object({
  hexagramNumber: { type: 'integer', minimum: 1, maximum: 64 },
  hexagramName: text,
  hexagramSymbol: text,
  judgment: text,
  image: text,
  coreMeaning: text,
  changingLines: { type: 'array', items: changingLine },
  resultingHexagram: hexagram,
  question: text,
  locale,
  themes: anything,
});
const ASK = object({ ...charts, prompt: text, session_id: text, history: messages });

const stream = (summary: string, description: string, schema: Schema) => ({
  post: {
    tags: ['existing front ends'],
    summary,
    parameters: [parameter('IdempotencyKey'), parameter('CacheControl')],
    requestBody: body(schema),
    responses: {
      '200': { headers: OF_A_READING, description, content: { 'text/event-stream': { schema: text } } },
      ...FAILURES,
    },
  },
});

const EVENTS = 'The events of `/v1/readings`.';
const CHAT = '`{"content"}` deltas, last `{"done":true}`.';
const RAW = '`data: <text>` a line, then `data: ||FOLLOWUP||[…]`, last `data: [DONE]`; `data: [ERROR] …` on failure.';

/** Routes of older front ends: the same readings under their names and in their formats. */
export const existingPaths = {
  '/api/dream/interpret-stream': stream('Read a dream', EVENTS, DREAM),
  '/api/dream/chat-stream': stream('Talk about a dream', `${CHAT} Deltas carry \`token\` too.`, DREAM_CHAT),
  '/api/tarot/chat-stream': stream('Talk about cards', CHAT, TAROT_CHAT),
  '/iching/reading-stream': stream('Read a hexagram', EVENTS, ICHING),
  '/ask-stream': stream('Ask about both charts', RAW, ASK),
  '/saju/ask-stream': stream('Ask about the four pillars', RAW, ASK),
  '/astrology/ask-stream': stream('Ask about the birth chart', RAW, ASK),
  '/counselor/init': {
    post: {
      tags: ['existing front ends'],
      summary: 'Open a counsellor’s session: retrieves everything before the first question',
      requestBody: body(object(charts)),
      responses: { ...ok('`session_id` and a summary of what was found.', { type: 'object' }), ...FAILURES },
    },
  },
};
