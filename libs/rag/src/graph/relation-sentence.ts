import type { Locale } from '@app/text';
import type { GraphEdge, GraphNode } from '@app/knowledge';
import { isJosa, withJosa } from '@app/text';
import { prefixOf } from './kind-order.js';
import { relationPhrases } from './relation-phrases.js';

/** Which of two things of one name is meant: the Moon of the dream, of the cards, of the sky. */
const REALM: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  dream: { ko: '꿈속의 ', en: 'the dream’s ' },
  tarot: { ko: '타로의 ', en: 'the tarot’s ' },
  iching: { ko: '주역의 ', en: 'the I Ching’s ' },
  saju: { ko: '사주의 ', en: 'saju’s ' },
  astro: { ko: '하늘의 ', en: 'the sky’s ' },
  theme: { ko: '삶의 ', en: 'life’s ' },
  emotion: { ko: '마음의 ', en: 'the heart’s ' },
  archetype: { ko: '내면의 ', en: 'the inner ' },
  element: { ko: '자연의 ', en: 'nature’s ' },
};
/** Ideas are common nouns in an English sentence; cards, signs and hexagrams have names. */
const COMMON = new Set(['dream', 'theme', 'emotion', 'archetype', 'element']);

/**
 * The edge as a sentence a reader understands without the graph: `뱀은 두려움을 불러일으키곤 합니다.`
 * @param turn which of the ways to say it; different ones for sentences that stand side by side
 */
export function relationSentence(
  edge: GraphEdge,
  source: GraphNode,
  target: GraphNode,
  locale: Locale,
  turn = 0,
): string {
  const names = { s: nameIn(source, target, locale), t: nameIn(target, source, locale) };
  const phrase = phraseOf(edge, target, locale, turn) ?? `{s} —${edge.type}→ {t}.`;
  return phrase.replaceAll(/\{(s|t|S|T)(?::([^}]+))?\}/g, (_, which: string, josa: string | undefined) => {
    const name = names[which.toLowerCase() as 's' | 't'];
    const spoken = which === which.toUpperCase() ? capitalised(name) : name;
    return josa && isJosa(josa) ? withJosa(spoken, josa) : spoken;
  });
}

function phraseOf({ type, role }: GraphEdge, { id }: GraphNode, locale: Locale, turn: number): string | undefined {
  const phrases =
    relationPhrases[`${type}/${role}`] ?? relationPhrases[`${type}>${prefixOf(id)}`] ?? relationPhrases[type];
  return phrases?.[locale].at(turn % phrases[locale].length);
}

function nameIn(node: GraphNode, other: GraphNode, locale: Locale): string {
  const title = locale === 'en' ? englishName(node) : koreanName(node);
  const isShared = node.titles[locale].toLowerCase() === other.titles[locale].toLowerCase();
  if (!isShared) return title;
  return (REALM[prefixOf(node.id)]?.[locale] ?? '') + title.replace(/^the /i, '');
}

const englishName = ({ id, titles }: GraphNode): string =>
  COMMON.has(prefixOf(id))
    ? titles.en.charAt(0).toLowerCase() + titles.en.slice(1)
    : titles.en.replace(/^The /, 'the ');

/** Names that are lists themselves would run into the sentence: ‘도망과 탈출’. */
const koreanName = ({ titles: { ko } }: GraphNode): string => (/[과와] /.test(ko) ? `‘${ko}’` : ko);

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
