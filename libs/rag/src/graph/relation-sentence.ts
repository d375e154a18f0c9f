import { capitalised, isJosa, type Locale, withJosa } from '@app/text';
import type { GraphEdge, GraphNode } from '@app/knowledge';
import { prefixOf } from './kind-order.js';
import type { RelationPhrases } from './relation-phrases.js';

/** Prefixes whose English titles are common nouns; cards, signs and hexagrams have proper names. */
const COMMON = new Set(['dream', 'theme', 'emotion', 'archetype', 'element']);

/**
 * Describes an edge in a sentence that does not require knowledge of the graph: `뱀은 두려움을 불러일으키곤 합니다.`
 * @param language phrases of the locale
 * @param turn selects one of several phrases, so that adjacent sentences differ
 */
export function relationSentence(
  edge: GraphEdge,
  source: GraphNode,
  target: GraphNode,
  locale: Locale,
  language: RelationPhrases,
  turn = 0,
): string {
  const names = { s: nameIn(source, target, locale, language), t: nameIn(target, source, locale, language) };
  const phrase = phraseOf(edge, target, language, turn) ?? `{s} —${edge.type}→ {t}.`;
  return phrase.replaceAll(/\{(s|t|S|T)(?::([^}]+))?\}/g, (_, which: string, josa: string | undefined) => {
    const name = names[which.toLowerCase() as 's' | 't'];
    const spoken = which === which.toUpperCase() ? capitalised(name) : name;
    return josa && isJosa(josa) ? withJosa(spoken, josa) : spoken;
  });
}

/** Whether the edge only repeats a part of the source's name: the Sun in Virgo contains Virgo. */
export const repeatsName = ({ role }: GraphEdge, source: GraphNode, target: GraphNode, locale: Locale): boolean =>
  role === 'placement' && source.titles[locale].includes(target.titles[locale]);

function phraseOf(
  { type, role }: GraphEdge,
  { id }: GraphNode,
  { phrases }: RelationPhrases,
  turn: number,
): string | undefined {
  const closest = phrases[`${type}/${role}`] ?? phrases[`${type}>${prefixOf(id)}`] ?? phrases[type];
  return closest?.at(turn % closest.length);
}

function nameIn(node: GraphNode, other: GraphNode, locale: Locale, { realms }: RelationPhrases): string {
  const title = locale === 'en' ? englishName(node) : koreanName(node);
  const isShared = node.titles[locale].toLowerCase() === other.titles[locale].toLowerCase();
  if (!isShared) return title;
  const realm = realms[prefixOf(node.id)];
  return (realm === undefined ? '' : `${realm} `) + title.replace(/^the /i, '');
}

const englishName = ({ id, titles }: GraphNode): string =>
  COMMON.has(prefixOf(id))
    ? titles.en.charAt(0).toLowerCase() + titles.en.slice(1)
    : titles.en.replace(/^The /, 'the ');

/** Quotes names that are lists, which would be ambiguous in a sentence: ‘도망과 탈출’. */
const koreanName = ({ titles: { ko } }: GraphNode): string => (/[과와] /.test(ko) ? `‘${ko}’` : ko);
