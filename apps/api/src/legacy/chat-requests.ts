import { z } from 'zod';
import { MOST_MESSAGES, conversation } from './conversation.js';
import { personaOf } from './persona-of.js';
import { supplied } from './supplied.js';
import { flag, locale, loose, text, words } from './tolerant.js';

const anything = z.unknown().optional();

const dreamContext = z.object({
  dream_text: text(4_000),
  dream: text(4_000),
  summary: anything,
  symbols: words,
  emotions: words,
  themes: words,
  recommendations: anything,
  cultural_notes: anything,
  celestial: anything,
  saju: anything,
});

const dreamChatRequest = z.object({
  messages: conversation,
  dream_context: z.preprocess((value) => value ?? {}, dreamContext),
  language: locale,
});

/** `POST /api/dream/chat-stream` as input of the kind `dream-chat`. @throws ZodError */
export function dreamChatInputOf(body: unknown): Readonly<Record<string, unknown>> {
  const { messages, dream_context: told, language } = dreamChatRequest.parse(body);
  const { symbols, emotions, themes } = told;
  return {
    messages: messages.slice(-MOST_MESSAGES),
    locale: language,
    dream: told.dream_text ?? told.dream,
    symbols,
    emotions,
    themes,
    documents: supplied({
      Summary: told.summary,
      Recommendations: told.recommendations,
      'Cultural notes': told.cultural_notes,
      Sky: told.celestial,
      Saju: told.saju,
    }),
  };
}

const card = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.object({
    position: text(200),
    name: text(100),
    is_reversed: flag,
    isReversed: flag,
    meaning: anything,
  }),
);

const tarotChatRequest = z.object({
  messages: conversation,
  context: z.preprocess(
    (value) => value ?? {},
    z.object({
      spread_title: text(200),
      category: text(200),
      cards: z.preprocess((value) => value ?? [], z.array(card).max(78)),
      overall_message: anything,
      guidance: anything,
    }),
  ),
  language: locale,
  counselor_id: text(200),
  counselor_style: loose.optional(),
});

/** `POST /api/tarot/chat-stream` as input of the kind `tarot-chat`. @throws ZodError */
export function tarotChatInputOf(body: unknown): Readonly<Record<string, unknown>> {
  const { messages, context, language, counselor_id: counsellor } = tarotChatRequest.parse(body);
  const cards = context.cards.map(({ is_reversed, isReversed, ...rest }) => ({
    ...rest,
    reversed: is_reversed || isReversed,
  }));
  const lying = cards.map(({ position = '', name = '', reversed, meaning }) => {
    const words = typeof meaning === 'string' ? meaning : '';
    return `${position} ${name}${reversed ? ' (reversed)' : ''} ${words}`.trim();
  });
  return {
    messages: messages.slice(-MOST_MESSAGES),
    locale: language,
    persona: personaOf(counsellor),
    cards: cards.flatMap(({ name, reversed }) => (name ? [{ name, reversed }] : [])),
    documents: supplied({
      Spread: context.spread_title,
      Category: context.category,
      ...Object.fromEntries(lying.map((words, at) => [`Card ${at + 1}`, words])),
      'Overall message': context.overall_message,
      Guidance: context.guidance,
    }),
  };
}
