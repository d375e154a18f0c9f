import { LRUCache } from 'lru-cache';
import { koreanBaseForms } from './korean-particles.js';

const HANGUL_WORD = /^\p{Script=Hangul}{2,}$/u;

/** Words whose last syllable only looks like a particle: 결과 is not 결 + 과. Exact words only; 결과를 needs no entry. */
const WHOLE_WORDS: ReadonlySet<string> = new Set(
  (
    '함께 하나 서로 새로 바로 따로 홀로 절로 실로 모든 다만 그만 이만 거의 ' +
    '결과 효과 학과 성과 통과 안과 내과 외과 치과 태도 속도 정도 제도 온도 지도 각도 강도 밀도 파도 포도 의도 시도 기도 용도 구도 인도 ' +
    '고도 수도 농도 빈도 습도 난도 철도 궤도 한도 전도 유도 주도 감도 순도 복도 위로 타로 도로 진로 대로 피로 회로 세로 가로 미로 ' +
    '경로 통로 항로 선로 수로 기로 종이 길이 높이 깊이 많이 같이 놀이 풀이 먹이 벌이 맏이 ' +
    '사랑 자랑 노랑 파랑 신랑 화랑 누나 회의 강의 정의 주의 동의 논의 합의 항의 문의 건의 결의 성의 호의 선의 악의 고의 본의 불의 ' +
    '불만 비만 교만 오만 자만 거만 태만 충만 보라 나라 자라 소라 ' +
    '사고 광고 보고 창고 경고 권고 최고 참고 원고 신고 충고 예고 재고 수고 차고 휴가 화가 추가 주가 대가 여가 ' +
    '마을 가을 노을 고을 겨를 거울 아들 버들 산들 구들'
  ).split(' '),
);

/** One-syllable verb stems and grammatical words, which carry no topic: 하는, 것이, 나를. */
const NO_NOUNS: ReadonlySet<string> = new Set(
  '하 되 가 오 보 주 크 나 너 내 네 그 이 저 것 수 때 등 데 바 줄 더 또 다 안 못 잘 한 두 세 몇 어 지 게 해 고 서 며 면 써 쓰 사 자 차 타 펴 피 켜 띠 뜨 누 쉬 외 무 우 여'.split(
    ' ',
  ),
);

/** Nouns that are also verb stems or grammatical words; before these particles they are nouns. */
const AMBIGUOUS_NOUN = /^([해차게])(?:가|를|와|의)$/u;

/** The sun, a car or a crab before a particle, which may also be a verb: 해가, 차를. */
export const ambiguousNoun = (word: string): string | undefined => AMBIGUOUS_NOUN.exec(word)?.[1];

// Cache: removing particles takes microseconds, words repeat, and 50 000 entries take about 5 MB.
const nouns = new LRUCache<string, string>({ max: 50_000 });
const NONE = '';

/**
 * The one-syllable noun that remains after removing a word's particles: `뱀` for `뱀이`, `뱀을`, `뱀에게서는`. Undefined without
 * one.
 */
export function oneSyllableNoun(word: string): string | undefined {
  if (!HANGUL_WORD.test(word)) return undefined;
  const known = nouns.get(word);
  if (known !== undefined) return known || undefined;
  const noun = findNoun(word);
  nouns.set(word, noun);
  return noun || undefined;
}

function findNoun(word: string): string {
  if (WHOLE_WORDS.has(word)) return NONE;
  const base = koreanBaseForms(word).at(-1) ?? NONE;
  return base.length === 1 && !NO_NOUNS.has(base) ? base : NONE;
}
