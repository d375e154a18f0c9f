import { z } from 'zod';
import { personaOf } from './persona-of.js';
import { card, locale, text } from './lenient-schemas.js';
import { toDocuments } from './to-documents.js';

const tarotRequest = z.object({
  category: text(200),
  spread_title: text(200),
  cards: z.preprocess((value) => value ?? [], z.array(card(100)).min(1, 'must have at least one card').max(78)),
  user_question: text(4_000),
  question: text(4_000),
  language: locale,
  counselor_id: text(200),
  counselor_style: z.unknown().optional(),
});

/**
 * Converts the body of `POST /api/tarot/interpret` to input of the kind `tarot`, with the front end's positions.
 * @throws ZodError
 */
export function tarotInputOf(body: unknown): Readonly<Record<string, unknown>> {
  const request = tarotRequest.parse(body);
  const { category, spread_title: spread, cards, language, counselor_id: counsellor, counselor_style: style } = request;
  return {
    question: request.user_question ?? request.question,
    locale: language,
    persona: personaOf(counsellor, typeof style === 'string' ? style : undefined),
    positions: cards.map(({ position }, at) => position ?? String(at + 1)),
    cards: cards.map(({ name, reversed }) => ({ name, reversed })),
    documents: toDocuments({ Spread: spread, Category: category }),
  };
}
