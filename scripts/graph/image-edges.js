/**
 * Connects records of different files that have a common name in both languages, because they show the same image: the
 * Moon as a dream symbol, a card and a body of the chart.
 */
export function addImageEdges(edges, records) {
  const korean = pairsSharing(records, 'aliases_ko');
  const english = pairsSharing(records, 'aliases_en');
  for (const pair of korean) {
    if (english.has(pair)) edges.addSymmetric(...pair.split(' ').toSpliced(1, 0, 'corresponds'), 0.8, 'image');
  }
  for (const [one, other] of NAMESAKES) edges.addSymmetric(`dream:${one}`, 'corresponds', other, 0.7, 'image');
}

function pairsSharing(records, field) {
  const holders = Map.groupBy(
    records.flatMap((record) => record[field].map((alias) => ({ alias, id: record.id }))),
    ({ alias }) => alias,
  );
  return new Set([...holders.values()].flatMap((group) => pairsOf(group.map(({ id }) => id))));
}

const pairsOf = (ids) =>
  ids.flatMap((one) =>
    ids.filter((other) => one < other && fileOf(one) !== fileOf(other)).map((other) => `${one} ${other}`),
  );
const fileOf = (id) => id.split(':')[0];

// Animals of the twelve branches, images of the signs, and objects that the trigrams are named after.
const NAMESAKES = [
  ['rat', 'saju:branch-ja'],
  ['cow', 'saju:branch-chuk'],
  ['tiger', 'saju:branch-in'],
  ['rabbit', 'saju:branch-myo'],
  ['dragon', 'saju:branch-jin'],
  ['snake', 'saju:branch-sa'],
  ['horse', 'saju:branch-o'],
  ['sheep', 'saju:branch-mi'],
  ['monkey', 'saju:branch-sin'],
  ['chicken', 'saju:branch-yu'],
  ['dog', 'saju:branch-sul'],
  ['pig', 'saju:branch-hae'],
  ['sheep', 'astro:sign-aries'],
  ['cow', 'astro:sign-taurus'],
  ['twin', 'astro:sign-gemini'],
  ['crab', 'astro:sign-cancer'],
  ['lion', 'astro:sign-leo'],
  ['scorpion', 'astro:sign-scorpio'],
  ['fish', 'astro:sign-pisces'],
  ['sky', 'trigram:heaven'],
  ['lake', 'trigram:lake'],
  ['fire', 'trigram:fire'],
  ['thunder', 'trigram:thunder'],
  ['wind', 'trigram:wind'],
  ['water', 'trigram:water'],
  ['mountain', 'trigram:mountain'],
  ['soil', 'trigram:earth'],
];
