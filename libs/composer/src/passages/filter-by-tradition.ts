import type { NumberedPassage } from '../section-brief.js';
import type { SectionFacts } from '../facts/section-facts.js';
import { isAbout } from './subject-passages.js';

/** Articles of the built-in knowledge files about one tradition; all other articles apply to every reading. */
const ARTICLE = /^corpus:(dream|tarot|iching|saju|astrology)-/;

/**
 * Types of records of which a reading draws or computes only some; other records of these types belong to other
 * readings.
 */
const DRAWN_OR_COMPUTED = [
  /^tarot:/,
  /^saju:pillar-/,
  /^saju:stem-/,
  /^saju:tengod-/,
  /^astro:(?:sun|moon|mercury|venus|mars|jupiter|saturn|uranus|neptune|pluto)-in-/,
];

/**
 * Removes passages that do not apply to this reading: articles about other topics, cards that were not drawn,
 * placements of another chart. Keeps records whose title the question contains.
 * @param facts called only when they can exclude a passage
 */
export function filterByTradition(
  passages: readonly NumberedPassage[],
  topics: readonly string[] | undefined,
  facts: () => SectionFacts,
  question: string,
): readonly NumberedPassage[] {
  const onTopic = passages.filter(({ id }) => isOnTopic(id, topics));
  // Most readings find no such record, and the facts take longer than the rest.
  if (!onTopic.some(({ id }) => DRAWN_OR_COMPUTED.some((record) => record.test(id)))) return onTopic;
  const subjects = Object.values(facts().groups).flat();
  const present = DRAWN_OR_COMPUTED.filter((record) =>
    subjects.some(({ records }) => records.some(({ id }) => record.test(id))),
  );
  const isOfAnotherReading = (source: NumberedPassage) =>
    present.some((record) => record.test(source.id)) && !subjects.some((subject) => isAbout(source, subject));
  return onTopic.filter((source) => !isOfAnotherReading(source) || isAskedAbout(source.title, question));
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
