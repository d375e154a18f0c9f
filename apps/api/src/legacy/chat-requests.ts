import { z } from 'zod';
import { MAX_MESSAGES, conversation } from './conversation.js';
import { personaOf } from './persona-of.js';
import { toDocuments } from './to-documents.js';
import { card, locale, text, words } from './lenient-schemas.js';

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

/** Converts the body of `POST /api/dream/chat-stream` to input of the kind `dream-chat`. @throws ZodError */
export function dreamChatInputOf(body: unknown): Readonly<Record<string, unknown>> {
  const { messages, dream_context: context, language } = dreamChatRequest.parse(body);
  const { symbols, emotions, themes } = context;
  return {
    messages: messages.slice(-MAX_MESSAGES),
    locale: language,
    dream: context.dream_text ?? context.dream,
    symbols,
    emotions,
    themes,
    documents: toDocuments({
      Summary: context.summary,
      Recommendations: context.recommendations,
      'Cultural notes': context.cultural_notes,
      Sky: context.celestial,
      Saju: context.saju,
    }),
  };
}

const tarotChatRequest = z.object({
  messages: conversation,
  context: z.preprocess(
    (value) => value ?? {},
    z.object({
      spread_title: text(200),
      category: text(200),
      cards: z.preprocess((value) => value ?? [], z.array(card(200)).max(78)),
      overall_message: anything,
      guidance: anything,
    }),
  ),
  language: locale,
  counselor_id: text(200),
  counselor_style: anything,
});

/** Converts the body of `POST /api/tarot/chat-stream` to input of the kind `tarot-chat`. @throws ZodError */
export function tarotChatInputOf(body: unknown): Readonly<Record<string, unknown>> {
  const {
    messages,
    context,
    language,
    counselor_id: counsellor,
    counselor_style: style,
  } = tarotChatRequest.parse(body);
  const { cards } = context;
  const layout = cards.map(({ position = '', name = '', reversed, meaning }) => {
    const text = typeof meaning === 'string' ? meaning : '';
    return `${position} ${name}${reversed ? ' (reversed)' : ''} ${text}`.trim();
  });
  return {
    messages: messages.slice(-MAX_MESSAGES),
    locale: language,
    persona: personaOf(counsellor, typeof style === 'string' ? style : undefined),
    cards: cards.flatMap(({ name, reversed }) => (name ? [{ name, reversed }] : [])),
    documents: toDocuments({
      Spread: context.spread_title,
      Category: context.category,
      ...Object.fromEntries(layout.map((card, at) => [`Card ${at + 1}`, card])),
      'Overall message': context.overall_message,
      Guidance: context.guidance,
    }),
  };
}
