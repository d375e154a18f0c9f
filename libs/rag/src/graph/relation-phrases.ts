/** Phrases of one relation, `{s}` its source and `{t}` its target; `{s:은/는}` with the particle that fits. */
export interface RelationPhrases {
  readonly ko: readonly string[];
  readonly en: readonly string[];
}

/**
 * By type, then more closely by what it leads to (`evokes>emotion`) or by the edge's role (`contains/lower`); the
 * closest one wins. English titles may be plural or a doing, so that every verb stands behind "can".
 */
export const relationPhrases: Readonly<Record<string, RelationPhrases>> = {
  'evokes>emotion': {
    ko: [
      '{s:은/는} {t:을/를} 불러일으키곤 합니다.',
      '{s}에는 {t:이/가} 스며 있습니다.',
      '{s:은/는} {t:과/와} 가까이 있습니다.',
    ],
    en: ['{S} can stir {t}.', 'Close to {s} there is often {t}.', '{S} can bring {t}.'],
  },
  'evokes>theme': {
    ko: [
      '{s:은/는} {t:이라는/라는} 주제로 이어집니다.',
      '{s}에는 {t:이라는/라는} 주제가 담겨 있습니다.',
      '{s:은/는} {t:을/를} 돌아보게 합니다.',
    ],
    en: ['{S} can speak of {t}.', 'One theme behind {s} is {t}.', '{S} can turn attention to {t}.'],
  },
  evokes: { ko: ['{s:은/는} {t:을/를} 떠올리게 합니다.'], en: ['{S} can call {t} to mind.'] },
  'corresponds>archetype': {
    ko: ['{s:은/는} {t:이라는/라는} 원형과 통합니다.', '{s}에는 {t:이라는/라는} 원형의 얼굴이 비칩니다.'],
    en: ['{S} can wear the face of {t}.', 'Behind {s} one may recognise {t}.'],
  },
  'corresponds>element': {
    ko: ['{s:은/는} {t:과/와} 통합니다.', '{s}에는 {t:이/가} 흐릅니다.'],
    en: ['{S} can be felt as the element of {t}.', 'The element behind {s} is {t}.'],
  },
  'corresponds/suit': { ko: ['{s:은/는} {t:을/를} 지닌 카드입니다.'], en: ['{S} carries the element of {t}.'] },
  'corresponds/image': {
    ko: ['{s:과/와} {t:은/는} 같은 상징에서 만납니다.'],
    en: ['{S} and {t} meet in one symbol.'],
  },
  'corresponds/inverse': {
    ko: ['{s:을/를} 거꾸로 세우면 {t:이/가} 됩니다.'],
    en: ['Turned upside down, {s} becomes {t}.'],
  },
  'corresponds/nuclear': { ko: ['{s}의 한가운데에는 {t:이/가} 숨어 있습니다.'], en: ['At the heart of {s} lies {t}.'] },
  'corresponds/rank': {
    ko: ['{s:과/와} {t:은/는} 같은 자리에 놓이는 카드입니다.'],
    en: ['{S} and {t} hold the same rank.'],
  },
  'corresponds/number': {
    ko: ['{s:과/와} {t:은/는} 숫자로 이어진 카드입니다.'],
    en: ['{S} and {t} are joined by their number.'],
  },
  'corresponds/heaven': { ko: ['하늘에서 {s}의 짝은 {t}입니다.'], en: ['In the sky the counterpart of {s} is {t}.'] },
  'corresponds/union': {
    ko: ['{s:과/와} {t:은/는} 서로 끌어당겨 하나로 어울립니다.'],
    en: ['{S} and {t} draw one another into a union.'],
  },
  'corresponds/trine': {
    ko: ['{s:과/와} {t:은/는} 한 기운으로 모입니다.'],
    en: ['{S} and {t} gather into one element.'],
  },
  'corresponds/tengod': { ko: ['{s}의 바탕에는 {t:이/가} 깔려 있습니다.'], en: ['At the base of {s} lies {t}.'] },
  'corresponds/month': { ko: ['{s:은/는} {t}의 달에 듭니다.'], en: ['{S} falls in the month of {t}.'] },
  'corresponds/natural': { ko: ['{s:은/는} {t:과/와} 성격을 나눕니다.'], en: ['{S} shares its nature with {t}.'] },
  'corresponds/exaltation': { ko: ['{s:은/는} {t}에서 특히 밝게 빛납니다.'], en: ['{S} shines brightest in {t}.'] },
  'corresponds/cusp': { ko: ['{s:은/는} {t:이/가} 시작되는 자리입니다.'], en: ['{S} is where {t} begins.'] },
  'corresponds/element': { ko: ['{s:과/와} {t:은/는} 같은 원소를 나눕니다.'], en: ['{S} and {t} share one element.'] },
  'corresponds/group': {
    ko: ['{s:과/와} {t:은/는} 한 뿌리에서 나온 두 모습입니다.'],
    en: ['{S} and {t} grow from one root.'],
  },
  corresponds: { ko: ['{s:과/와} {t:은/는} 서로 맞닿아 있습니다.'], en: ['{S} and {t} touch one another.'] },
  'opposes/complement': {
    ko: ['{s:과/와} {t:은/는} 음양이 모두 뒤바뀐 짝입니다.'],
    en: ['{S} and {t} are yin and yang of one another, line for line.'],
  },
  'opposes/axis': {
    ko: ['{s:과/와} {t:은/는} 마주 보며 균형을 이룹니다.'],
    en: ['{S} and {t} face each other and keep the balance.'],
  },
  'opposes/clash': {
    ko: ['{s:과/와} {t:은/는} 부딪치며 변화를 일으킵니다.'],
    en: ['{S} and {t} clash, and the clash sets things moving.'],
  },
  'opposes/season': {
    ko: ['{s:과/와} {t:은/는} 한 해의 맞은편에 놓인 절기입니다.'],
    en: ['{S} and {t} stand half a year apart.'],
  },
  'opposes/phase': {
    ko: ['{s:과/와} {t:은/는} 달이 차고 기우는 길의 맞은편에 있습니다.'],
    en: ['{S} and {t} lie half a moon apart.'],
  },
  opposes: {
    ko: ['{s:과/와} {t:은/는} 서로 다른 쪽에서 당깁니다.'],
    en: ['{S} and {t} pull in different directions.'],
  },
  'generates/change': {
    ko: ['{s:이/가} 움직이면 {t:으로/로} 나아갑니다.'],
    en: ['When {s} moves, it leads on to {t}.'],
  },
  generates: { ko: ['{s:은/는} {t:을/를} 북돋웁니다.'], en: ['{S} feeds {t}.'] },
  controls: { ko: ['{s:은/는} {t:을/를} 다스립니다.'], en: ['{S} keeps {t} in check.'] },
  'controls/ruler': { ko: ['{s:은/는} {t:을/를} 다스리는 별입니다.'], en: ['{S} rules {t}.'] },
  'contains/lower': { ko: ['{s}의 아래에는 {t:이/가} 놓여 있습니다.'], en: ['Below, {s} rests on {t}.'] },
  'contains/upper': { ko: ['{s}의 위에는 {t:이/가} 놓여 있습니다.'], en: ['Above, {s} opens into {t}.'] },
  'contains/doubled': { ko: ['{s:은/는} {t:이/가} 겹쳐 이루어집니다.'], en: ['{S} is {t} twice over.'] },
  'contains/line': {
    ko: ['{t:은/는} {s:이/가} 펼쳐지는 한 대목입니다.'],
    en: ['{T} is one step in the course of {s}.'],
  },
  'contains/placement': { ko: ['{s}에는 {t}의 빛깔이 담겨 있습니다.'], en: ['{S} takes colour from {t}.'] },
  'contains/stem': { ko: ['{s:은/는} {t:을/를} 기둥으로 삼습니다.'], en: ['{S} stands on {t} as its stem.'] },
  'contains/branch': { ko: ['{s:은/는} {t:을/를} 바탕으로 삼습니다.'], en: ['{S} stands on {t} as its branch.'] },
  'contains/hidden': { ko: ['{s} 안에는 {t:이/가} 숨어 있습니다.'], en: ['Hidden inside {s} is {t}.'] },
  'contains/phase': {
    ko: ['{t:은/는} {s:이/가} 보여 주는 얼굴 가운데 하나입니다.'],
    en: ['{T} is one of the faces of {s}.'],
  },
  contains: { ko: ['{s:은/는} {t:을/를} 품고 있습니다.'], en: ['{S} holds {t}.'] },
  follows: { ko: ['{s:은/는} {t} 다음에 옵니다.'], en: ['{S} comes after {t}.'] },
};
