import type { NumberedPassage } from '@app/composer';
import type { Care } from '@app/safety';
import type { ReadingPlan } from '../reading-definition.js';

/**
 * A theme applies to a dream when at least this many of its symbols are tagged with it. Records of charts, cards and
 * hexagrams share themes that have nothing to do with the question.
 */
const MIN_CARRIERS = 2;

/** Persona rules with a lower score fit any reading of a kind, so they would appear in all of them. */
const MIN_RULE_SCORE = 0.3;
const PERSONA_RULE = /^persona:[a-z-]+\./;

type Known = Pick<ReadingPlan, 'articles' | 'entities' | 'tags' | 'scene'>;

/**
 * The retrieved passages that apply to a reading, with articles in order of rank. Removes symbols that are not in the
 * dream, themes and feelings that nothing in the reading points to, and articles that are off topic or unsuitable for
 * the care topic. Keeps documents that the operator has ingested.
 */
export function fittingPassages(
  passages: readonly NumberedPassage[],
  { articles = [], entities, tags, scene }: Known,
  kind: string,
  care: Pick<Care, 'topic'> | undefined,
): readonly NumberedPassage[] {
  const suitable = articles.filter(({ excludes }) => !care || !excludes.includes(care.topic)).map(({ id }) => id);
  const own = new Set(entities.map(({ id }) => id));
  const known = new Set(tags);
  const carriers = passages.filter(({ id }) => own.has(id));
  const isShared = (id: string) => carriers.filter((carrier) => carrier.tags.includes(id)).length >= MIN_CARRIERS;
  const denied = new Set(scene?.emotions.filter(({ polarity }) => polarity === 'denied').map(({ id }) => id));
  const fits = ({ id, tags: about, score }: NumberedPassage): boolean => {
    if (id.startsWith('corpus:')) return suitable.includes(id);
    if (id.startsWith('dream:')) return kind === 'dream' && own.has(id);
    if (id.startsWith('emotion:')) return known.has(id);
    if (/^(?:theme|archetype):/.test(id)) return known.has(id) || (kind === 'dream' && isShared(id));
    if (!PERSONA_RULE.test(id)) return true;
    return score >= MIN_RULE_SCORE && !about.some((tag) => denied.has(tag));
  };
  return ranked(passages.filter(fits), suitable);
}

/** Sorts the articles by rank. All other passages keep their positions. */
function ranked(passages: readonly NumberedPassage[], articles: readonly string[]): readonly NumberedPassage[] {
  const isArticle = ({ id }: NumberedPassage) => id.startsWith('corpus:');
  const inOrder = passages.filter(isArticle).toSorted((a, b) => articles.indexOf(a.id) - articles.indexOf(b.id));
  let next = 0;
  return passages.map((passage) => (isArticle(passage) ? (inOrder[next++] ?? passage) : passage));
}
