import { readFacts } from '../facts/read-facts.js';
import type { NumberedPassage, SectionBrief } from '../section-brief.js';
import { filterByTradition } from './filter-by-tradition.js';

type Brief = Pick<SectionBrief, 'passages' | 'composition' | 'facts' | 'locale' | 'question'>;

/**
 * The passages that apply to a reading according to its facts: the composer may quote them, and a model receives them.
 * @param words all text of the user; default `question`
 */
export const applicablePassages = (
  { passages, composition, facts, locale, question }: Brief,
  words = question,
): readonly NumberedPassage[] =>
  filterByTradition(passages, composition?.topics, () => readFacts(composition?.facts, facts, locale, words), words);
