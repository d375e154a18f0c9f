import { LOCALES } from '@app/text';
import { parameter } from './parameters.js';
import { FAILURES, type Schema, body, ok } from './parts.js';
import { OF_A_READING } from './response-headers.js';

const text = { type: 'string' };
const words = { type: 'array', items: text };
const locale = { enum: LOCALES, default: 'ko' };
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
const changingLine = { type: 'object', properties: { index: { type: 'integer', minimum: 0, maximum: 6 }, text } };

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
const ASK = object({
  ...charts,
  prompt: { type: 'string', maxLength: 16_000 },
  session_id: text,
  history: messages,
  counselor_id: text,
});
const card = {
  type: 'object',
  properties: { name: text, position: text, is_reversed: { type: 'boolean' } },
};
const TAROT = object(
  {
    category: text,
    spread_title: text,
    cards: { type: 'array', items: card },
    user_question: text,
    language: locale,
    counselor_id: text,
  },
  ['cards'],
);

const stream = (summary: string, description: string, schema: Schema) => ({
  post: {
    tags: ['older front ends'],
    summary,
    parameters: [parameter('IdempotencyKey'), parameter('CacheControl')],
    requestBody: body(schema),
    responses: {
      '200': { headers: OF_A_READING, description, content: { 'text/event-stream': { schema: text } } },
      ...FAILURES,
    },
  },
});

const document = (summary: string, description: string, schema: Schema) => ({
  post: {
    tags: ['older front ends'],
    summary,
    requestBody: body(schema),
    responses: { ...ok(description, { type: 'object' }), ...FAILURES },
  },
});

const accepted = (summary: string) => ({
  post: {
    tags: ['older front ends'],
    summary,
    requestBody: body(anything),
    responses: { '204': { description: 'Accepted.' }, ...FAILURES },
  },
});

const session = document(
  'Open a counsellor’s session: retrieves everything before the first question',
  '`session_id` and a summary of what was found.',
  object(charts),
);

const EVENTS = 'The events of `/v1/readings`, without citations and with `full_text`.';
const CHAT = '`{"content"}` deltas, last `{"done":true}`.';
const RAW =
  '`data: <text>` a line, then `data: ||FOLLOWUP||[…]`, last `data: [DONE]`; `data: [ERROR] …` when there is no text.';

/** Routes of older front ends: the same readings under the older paths and in the older formats. */
export const legacyPaths = {
  '/api/dream/interpret-stream': stream('Read a dream', EVENTS, DREAM),
  '/api/dream/chat-stream': stream('Talk about a dream', `${CHAT} Deltas carry \`token\` too.`, DREAM_CHAT),
  '/api/tarot/chat-stream': stream('Talk about cards', CHAT, TAROT_CHAT),
  '/iching/reading-stream': stream('Read a hexagram', EVENTS, ICHING),
  '/ask-stream': stream('Ask about both charts', RAW, ASK),
  '/saju/ask-stream': stream('Ask about the four pillars', RAW, ASK),
  '/astrology/ask-stream': stream('Ask about the birth chart', RAW, ASK),
  '/api/counselor/realtime': stream(
    'Ask about both charts, in pieces of JSON',
    '`{"content","done":false}`, follow-ups in the text, last `{"content":"","done":true}`.',
    ASK,
  ),
  '/ask': document('Ask about both charts', '`data.fusion_layer` holds the text.', ASK),
  '/api/tarot/chat': document('Talk about cards', '`reply` holds the text.', TAROT_CHAT),
  '/api/tarot/interpret': document('Interpret a spread', 'Texts of the spread and of each card.', TAROT),
  '/api/tarot/prefetch': accepted('Announce a reading; nothing is prepared'),
  '/rlhf/feedback': accepted('Rate a reading; nothing is stored'),
  '/counselor/init': session,
  '/saju/counselor/init': session,
  '/astrology/counselor/init': session,
};
