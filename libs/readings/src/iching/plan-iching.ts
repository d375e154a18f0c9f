import { type Cast, ichingFacts } from '@app/divination';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { questionTags } from '../question-tags.js';
import { type PlacedCast, ichingCast } from './iching-cast.js';
import { ichingFollowups } from './iching-followups.js';
import type { IchingInput } from './iching.input.js';

/** Casts the lines or uses the given ones, and derives the related hexagrams. */
export const planIching =
  (now: () => Date) =>
  (input: IchingInput, { linker }: PlanningTools): ReadingPlan => {
    const { locale, question = '', documents = [] } = input;
    const cast = ichingCast(input, now().getTime());
    const { primary, resulting } = cast;
    const names = [primary, ...(resulting ? [resulting] : [])].map(({ names: of }) => of[locale]);
    return {
      facts: factsOf(input, cast),
      tags: ['kind:iching', ...hexagramTags(cast), ...questionTags(linker, question)],
      entities: entities(cast),
      question,
      searchText: [question, ...names].join(' ').trim(),
      documents,
      followups: ichingFollowups(cast, locale),
    };
  };

const factsOf = (
  { locale, changingRule, sixLines, lineTexts }: IchingInput,
  { method, clockMs, ...cast }: PlacedCast,
) => ({
  method,
  ...ichingFacts(cast, { changingRule, sixLines, clockMs }, locale),
  ...(lineTexts?.length && { lineTexts }),
});

/**
 * Only the facts of a plan.
 * @throws ReadingInputError
 */
export const ichingPlanFacts = (input: IchingInput, nowMs: number) => factsOf(input, ichingCast(input, nowMs));

const hexagramTags = ({ primary, changing }: Cast): readonly string[] => [
  `hexagram:${primary.number}`,
  ...new Set([`trigram:${primary.lower.slug}`, `trigram:${primary.upper.slug}`]),
  `changing:${changing.length > 0 ? 'yes' : 'no'}`,
];

const entities = ({ primary, changing, resulting }: Cast): ReadingPlan['entities'] => [
  { id: `iching:${primary.number}`, facets: ['judgement', 'image', ...changing.map((n) => `line-${n}`)] },
  ...(resulting ? [{ id: `iching:${resulting.number}`, facets: ['judgement'] }] : []),
];
