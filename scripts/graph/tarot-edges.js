// Astrological correspondences of the Golden Dawn (1888), which are still in wide use.
const HEAVENS = {
  'the-fool': 'body-uranus',
  'the-magician': 'body-mercury',
  'the-high-priestess': 'body-moon',
  'the-empress': 'body-venus',
  'the-emperor': 'sign-aries',
  'the-hierophant': 'sign-taurus',
  'the-lovers': 'sign-gemini',
  'the-chariot': 'sign-cancer',
  strength: 'sign-leo',
  'the-hermit': 'sign-virgo',
  'wheel-of-fortune': 'body-jupiter',
  justice: 'sign-libra',
  'the-hanged-man': 'body-neptune',
  death: 'sign-scorpio',
  temperance: 'sign-sagittarius',
  'the-devil': 'sign-capricorn',
  'the-tower': 'body-mars',
  'the-star': 'sign-aquarius',
  'the-moon': 'sign-pisces',
  'the-sun': 'body-sun',
  judgement: 'body-pluto',
  'the-world': 'body-saturn',
};

/**
 * Adds edges for the element of each card, the order of the cards, equal numbers across suits, number and digit sum of
 * the major arcana, and their astrological correspondences.
 */
export function addTarotEdges(edges, records) {
  const cards = records.filter(({ kind }) => kind === 'tarot_card');
  const majors = cards.filter(({ arcana }) => arcana === 'major');
  const minors = cards.filter(({ arcana }) => arcana === 'minor');
  for (const card of cards)
    edges.add(card.id, 'corresponds', `element:${card.element}`, 0.9, card.suit ? 'suit' : undefined);
  for (const run of [majors, ...Map.groupBy(minors, ({ suit }) => suit).values()]) addOrder(edges, run);
  for (const rank of Map.groupBy(minors, ({ number }) => number).values()) addRank(edges, rank);
  addNumbers(edges, majors, minors);
  for (const [card, sky] of Object.entries(HEAVENS))
    edges.add(`tarot:${card}`, 'corresponds', `astro:${sky}`, 0.7, 'heaven');
}

function addOrder(edges, cards) {
  const ordered = cards.toSorted((a, b) => a.number - b.number);
  for (const [index, card] of ordered.entries()) {
    if (index > 0) edges.add(card.id, 'follows', ordered[index - 1].id, 0.5, 'order');
  }
}

function addRank(edges, cards) {
  for (const one of cards) {
    for (const other of cards) edges.addSymmetric(one.id, 'corresponds', other.id, 0.4, 'rank');
  }
}

function addNumbers(edges, majors, minors) {
  const byNumber = new Map(majors.map((card) => [card.number, card]));
  for (const card of minors.filter(({ number }) => number <= 10)) {
    edges.add(byNumber.get(card.number).id, 'corresponds', card.id, 0.4, 'number');
  }
  for (const card of majors.filter(({ number }) => number >= 10)) {
    edges.addSymmetric(card.id, 'corresponds', byNumber.get(digitSum(card.number)).id, 0.5, 'number');
  }
}

const digitSum = (number) => (number < 10 ? number : digitSum(Math.floor(number / 10) + (number % 10)));
