import type { Span } from '@app/rag';
import { isFeeling } from './dream-facts.js';
import { type Clause, isPresent, MIN_SPOKEN_SALIENCE, type Place, type Scene } from './scene/scene.js';

/** A subject other than the dreamer before a Korean feeling, apart from subjects within phrases of feelings: 문어가 …. */
const OTHER_KO = /(?:^|\s)(?!화가|겁이|기분이|마음이|가슴이|눈물이|느낌이|생각이|소름이)[가-힣]+(?:이|가|께서)\s/u;
/** A subject other than the dreamer before an English feeling: "the octopus was …". */
const OTHER_EN =
  /(?:^|\s)(?!(?:it|that|this|which|there|what)\b)[\p{L}’']+\s+(?:was|were|is|are|looked|seemed|got|became|felt)\s/iu;
const DREAMER = /(?:^|\s)(?:나|내가|저|제가|전|난|나는|저는|나도|저도|우리)(?:\s|$)|\b(?:i|me|we|us)\b/iu;

/**
 * Ids of feelings that the dreamer had: stated clearly, by words that name no symbol, and in some clause not as those of
 * another figure.
 */
export function ownFeelings({ symbols, emotions, sentences }: Scene): readonly string[] {
  const named = symbols.flatMap(({ places }) => places);
  const isStated = (place: Place) =>
    !named.some((symbol) => overlaps(symbol, place)) && isOwn(place, sentences[place.sentence]?.clauses);
  return emotions
    .filter((each) => isPresent(each) && isFeeling(each.id) && each.salience >= MIN_SPOKEN_SALIENCE)
    .filter(({ span, places }) => !span || places.some(isStated))
    .map(({ id }) => id);
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function isOwn({ start }: Place, clauses: readonly Clause[] = []): boolean {
  const clause = clauses.findLast((each) => each.start <= start);
  if (!clause) return true;
  const before = clause.text.slice(0, start - clause.start);
  return DREAMER.test(before) || !(OTHER_KO.test(before) || OTHER_EN.test(before));
}
