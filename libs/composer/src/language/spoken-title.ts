import { type Locale, lastSyllable } from '@app/text';

const GLOSS = /\s*\([^()]*\)$/;
/** Actions and states, which take no article: being chased, falling, unable to move. */
const DEED = /^(?:(?!king\b|ring\b|wing\b|spring|ceiling|sibling|building$|painting\b|wedding\b)[a-z]+ing\b|unable\b)/i;
/** Feelings and uncountable nouns, which take no article. */
const UNCOUNTED =
  /^(?:joy|anger|fear|sadness|guilt|shame|loneliness|longing|relief|jealousy|helplessness|surprise|calm|money|nakedness|god|autumn leaves|springtime)$/i;

/** Removes a gloss in parentheses: 배(선박) becomes 배. */
const withoutGloss = (title: string): string => title.replace(GLOSS, '') || title;

/** A dream symbol's title as used within a sentence: 쫓기는 꿈 becomes 쫓기는 장면, "Snake" becomes "the snake". */
export function spokenSymbol(title: string, locale: Locale): string {
  const bare = withoutGloss(title);
  if (locale === 'ko') return withoutDream(bare);
  const lower = bare.toLowerCase();
  return DEED.test(lower) || UNCOUNTED.test(lower) || lower.startsWith('the ') ? lower : `the ${lower}`;
}

/** The title of a theme, an emotion or an archetype as used within a sentence. */
export const spokenTopic = (title: string, locale: Locale): string =>
  locale === 'ko' ? withoutGloss(title) : withoutGloss(title).toLowerCase();

function withoutDream(title: string): string {
  const what = title.replace(/ 꿈$/, '');
  if (what === title) return title;
  return lastSyllable(what)?.final === 'ㄴ' ? `${what} 장면` : what;
}
