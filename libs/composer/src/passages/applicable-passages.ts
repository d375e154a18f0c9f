import { readFacts } from '../facts/read-facts.js';
import type { NumberedPassage, SectionBrief } from '../section-brief.js';
import { filterByTradition } from './filter-by-tradition.js';

type Brief = Pick<SectionBrief, 'passages' | 'composition' | 'facts' | 'locale' | 'question'>;

/**
 * The passages that apply to a reading, by its own facts: what the composer quotes from and a model is given.
 * @param words all the user wrote, where the question is not all of it
 */
export const applicablePassages = (
  { passages, composition, facts, locale, question }: Brief,
  words = question,
): readonly NumberedPassage[] =>
  filterByTradition(passages, composition?.topics, readFacts(composition?.facts, facts, locale, words), words);
