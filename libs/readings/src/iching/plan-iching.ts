import { randomSource } from '@app/divination';
import { questionTags } from '../question-tags.js';
import type { PlanningTools, ReadingPlan } from '../reading-definition.js';
import { type Cast, castLines, findHexagram, readLines } from '@app/divination';
import { type Hexagram, inverseOf, nuclearOf, oppositeOf } from '@app/divination';
import type { IchingInput } from './iching.input.js';
import { ichingFollowups } from './iching-followups.js';
import type { Locale } from '@app/text';

/** Casts the lines or uses the given ones, and derives the related hexagrams. */
export function planIching(input: IchingInput, { linker }: PlanningTools): ReadingPlan {
  const { locale, question = '', documents = [] } = input;
  const cast = castOf(input);
  const { primary, resulting } = cast;
  const names = [primary, ...(resulting ? [resulting] : [])].map(({ names: of }) => of[locale]);
  return {
    facts: {
      method: input.lines ? 'given' : input.method,
      ...ichingFacts(cast, locale),
      ...(input.lineTexts?.length && { lineTexts: input.lineTexts }),
    },
    tags: ['kind:iching', ...hexagramTags(cast), ...questionTags(linker, question)],
    entities: entities(cast),
    question,
    searchText: [question, ...names].join(' ').trim(),
    documents,
    followups: ichingFollowups(cast, locale),
  };
}

/** The cast; a resulting hexagram that the client gives counts, even when the lines lead to another one. */
function castOf({ lines, method, seed, resulting: given }: IchingInput): Cast {
  const cast = readLines(lines ?? castLines(method, randomSource(seed)));
  const resulting = given === undefined ? undefined : findHexagram(given);
  return resulting ? { ...cast, resulting } : cast;
}

function ichingFacts({ lines, primary, changing, resulting }: Cast, locale: Locale) {
  const fact = (hexagram: Hexagram) => hexagramFact(hexagram, locale);
  return {
    lines,
    primary: fact(primary),
    changing,
    resulting: resulting && fact(resulting),
    nuclear: fact(nuclearOf(primary)),
    inverse: fact(inverseOf(primary)),
    opposite: fact(oppositeOf(primary)),
  };
}

const hexagramFact = ({ number, names, symbol, lower, upper }: Hexagram, locale: Locale) => ({
  id: `iching:${number}`,
  number,
  name: names[locale],
  symbol,
  lower: lower[locale],
  upper: upper[locale],
});

const hexagramTags = ({ primary, changing }: Cast): readonly string[] => [
  `hexagram:${primary.number}`,
  ...new Set([`trigram:${primary.lower.slug}`, `trigram:${primary.upper.slug}`]),
  `changing:${changing.length > 0 ? 'yes' : 'no'}`,
];

const entities = ({ primary, changing, resulting }: Cast): ReadingPlan['entities'] => [
  { id: `iching:${primary.number}`, facets: ['judgement', 'image', ...changing.map((n) => `line-${n}`)] },
  ...(resulting ? [{ id: `iching:${resulting.number}`, facets: ['judgement'] }] : []),
];
