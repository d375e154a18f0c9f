import { splitSentences } from '@app/text';
import type { FinishedAnswer } from './finished-answer.js';

interface LaidCard {
  readonly name: string;
  readonly position: string;
  readonly reversed: boolean;
}

/** Converts a finished tarot reading to the response of the older front end. */
export function tarotInterpretation({ text, facts, followups }: FinishedAnswer): object {
  const cards = (facts['cards'] ?? []) as readonly LaidCard[];
  const guidance = text('guidance');
  const interpretations = textsByCard(text('cards'), cards);
  return {
    overall_message: text('overall'),
    card_insights: cards.map(({ name, position, reversed }, at) => ({
      position,
      card_name: name,
      is_reversed: reversed,
      interpretation: interpretations[at],
    })),
    guidance,
    affirmation: splitSentences(guidance).at(-1)?.trim() ?? '',
    followup_questions: followups,
  };
}

/**
 * Splits the text by card: a card's part begins with the first sentence that names it. Empty for a card that is not
 * named.
 */
export function textsByCard(text: string, cards: readonly Pick<LaidCard, 'name'>[]): readonly string[] {
  const texts: string[][] = cards.map(() => []);
  const begun = new Set<number>();
  let current = 0;
  for (const sentence of splitSentences(text)) {
    const named = cards.findIndex(({ name }, at) => !begun.has(at) && sentence.includes(name));
    if (named >= 0) begun.add((current = named));
    texts[current]?.push(sentence.trim());
  }
  return texts.map((sentences) => sentences.join(' '));
}
