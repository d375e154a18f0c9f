import type { NumberedPassage } from '../section-brief.js';
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

/**
 * The passages that apply to this reading: no tarot article in a dream, no card that was not drawn, no placement of
 * another chart. Records the user asks about by name stay.
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
    (source) => isOnTopic(source.id, topics) && (!isOfAnotherReading(source) || isAskedAbout(source.title, question)),
  );
}

function isOnTopic(id: string, topics: readonly string[] | undefined): boolean {
  const topic = ARTICLE.exec(id)?.[1];
  return topic === undefined || topics === undefined || topics.includes(topic);
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\([^)]*\)|^the /gu, '')
    .trim();
const isAskedAbout = (title: string, question: string): boolean => bare(question).includes(bare(title));
