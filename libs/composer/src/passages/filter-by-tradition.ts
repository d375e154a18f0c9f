import type { NumberedPassage } from '../section-brief.js';
import { isDenied } from '../facts/denied-feelings.js';
import type { SectionFacts } from '../facts/section-facts.js';
import { isAbout } from './subject-passages.js';

/** Articles of the knowledge pack on one tradition; all others apply to any reading. */
const ARTICLE = /^corpus:(dream|tarot|iching|saju|astrology)-/;

/** Record types of which a reading draws or computes some; the others of that type belong to other readings. */
const DRAWN_OR_COMPUTED = [
  /^tarot:/,
  /^saju:pillar-/,
  /^saju:stem-/,
  /^saju:tengod-/,
  /^astro:(?:sun|moon|mercury|venus|mars|jupiter|saturn|uranus|neptune|pluto)-in-/,
];

/** Articles that apply only when the user's text mentions the circumstance. */
const CIRCUMSTANCES: readonly { readonly title: RegExp; readonly mention: RegExp }[] = [
  {
    title: /태몽|taemong|conception/i,
    mention: /태몽|임신|아기|아이를 (?:낳|가지|가졌)|taemong|conception|pregnan|baby/i,
  },
  { title: /임신|pregnan/i, mention: /임신|태아|만삭|pregnan/i },
  { title: /^아이가|^when a child/i, mention: /아이|아들|딸|child|kid|\bson\b|daughter/i },
  {
    title: /반려동물을 떠나|companion animal/i,
    mention:
      /(?:강아지|고양이|반려|멍멍|냥이).*(?:죽|떠나|무지개|보내|보냈)|\b(?:dog|cat|pet)\b.*\b(?:died|dead|lost|gone|passed)/is,
  },
  { title: /결혼은|marriage as/i, mention: /결혼|남편|아내|부부|배우자|marri|husband|wife|spouse/i },
  { title: /부모가 되어|parents learn/i, mention: /아이|아들|딸|육아|자녀|부모|child|kid|parent|\bson\b|daughter/i },
  {
    title: /직장에서 어려운|person at work/i,
    mention: /직장|상사|동료|회사|부장|팀장|boss|colleague|coworker|office|at work/i,
  },
  {
    title: /이별 뒤|breakup/i,
    mention: /이별|헤어[지졌진]|차였|전 ?남(?:자|친)|전 ?여(?:자|친)|broke up|break ?up|\bex\b|ex-|split up/i,
  },
];

/**
 * The passages that apply to this reading: no tarot article in a dream, no card that was not drawn, no placement of
 * another chart, no circumstance the user did not mention. Records the user asks about by name stay.
 */
export function filterByTradition(
  passages: readonly NumberedPassage[],
  topics: readonly string[] | undefined,
  facts: SectionFacts,
  question: string,
): readonly NumberedPassage[] {
  const subjects = Object.values(facts.groups).flat();
  const present = DRAWN_OR_COMPUTED.filter((record) =>
    subjects.some(({ records }) => records.some(({ id }) => record.test(id))),
  );
  const isOfAnotherReading = (source: NumberedPassage) =>
    present.some((record) => record.test(source.id)) && !subjects.some((subject) => isAbout(source, subject));
  return passages.filter(
    (source) =>
      isOnTopic(source.id, topics) &&
      fitsCircumstances(source, question) &&
      !isAboutDeniedFeeling(source, question) &&
      (!isOfAnotherReading(source) || isAskedAbout(source.title, question)),
  );
}

function isOnTopic(id: string, topics: readonly string[] | undefined): boolean {
  const topic = ARTICLE.exec(id)?.[1];
  return topic === undefined || topics === undefined || topics.includes(topic);
}

const fitsCircumstances = ({ id, title }: NumberedPassage, question: string): boolean =>
  !id.startsWith('corpus:') ||
  CIRCUMSTANCES.every((circumstance) => !circumstance.title.test(title) || circumstance.mention.test(question));

/** Text about a feeling that the user negates: 무섭지 않았어요 needs no comfort for fear. */
const isAboutDeniedFeeling = ({ id, tags }: NumberedPassage, question: string): boolean =>
  isDenied(id, question) ||
  (/^(?:persona:|corpus:coping-)/.test(id) &&
    tags.some((tag) => tag.startsWith('emotion:') && isDenied(tag, question)));

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\([^)]*\)|^the /gu, '')
    .trim();
const isAskedAbout = (title: string, question: string): boolean => bare(question).includes(bare(title));
