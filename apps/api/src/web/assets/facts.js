import { drawing, element } from './dom.js';

/** Renders the computed facts of a reading; unknown shapes are not shown. */
export function factViews(facts, texts) {
  const { symbols, emotions, themes, cards, primary, saju, astrology } = facts;
  return [
    chips(texts.facts.symbols, titles(symbols?.filter(isPresent))),
    chips(
      texts.facts.emotions,
      titles(emotions?.filter(({ polarity }) => polarity !== 'denied' && polarity !== 'uncertain')),
    ),
    chips(texts.facts.themes, titles(themes)),
    cards?.length ? cardTable(cards, texts) : undefined,
    primary ? hexagrams(facts, texts) : undefined,
    saju?.pillars ? pillarTable(saju, texts) : undefined,
    saju?.elements ? elements(saju.elements, texts) : undefined,
    astrology ? chips(texts.facts.astrology, placements(astrology, texts)) : undefined,
    notes([...(facts.assumed ?? []), ...(facts.leftOut ?? [])]),
  ].filter((view) => view !== undefined);
}

/** Denied symbols and symbols of waking life are not shown. */
const isPresent = ({ polarity = 'affirmed', frame = 'dreamt' }) => polarity === 'affirmed' && frame === 'dreamt';

const titles = (entities = []) => entities.map(({ title }) => title).filter(Boolean);

function chips(label, words) {
  if (words.length === 0) return undefined;
  return element('p', { class: 'chips' }, element('b', {}, label), ...words.map((word) => element('span', {}, word)));
}

function cardTable(cards, texts) {
  const one = ({ position, name, reversed }) =>
    element(
      'li',
      { class: reversed ? 'card reversed' : 'card' },
      ...(position ? [element('small', {}, position)] : []),
      element('b', {}, name),
      element('small', {}, reversed ? texts.facts.reversed : texts.facts.upright),
    );
  return element('ol', { class: 'cards' }, ...cards.map(one));
}

function hexagrams({ lines = [], primary, changing = [], resulting }, texts) {
  const after = lines.map((line) => (line === 6 ? 7 : line === 9 ? 8 : line));
  const view = element('div', { class: 'hexagrams' }, hexagram(primary, lines));
  if (resulting)
    view.append(element('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'), hexagram(resulting, after));
  if (changing.length > 0) view.append(element('small', {}, texts.facts.changing(changing)));
  return view;
}

function hexagram({ number, name }, lines) {
  return element('figure', {}, drawn(lines), element('figcaption', {}, `${number}. ${name}`));
}

/** Six lines from the bottom; even values are broken lines, 6 and 9 are changing lines. */
function drawn(lines) {
  const bar = (x, width, at, changes) =>
    drawing('rect', { x, y: (5 - at) * 10, width, height: 6, rx: 1, ...(changes && { class: 'changes' }) });
  const line = (value, at) => {
    const changes = value === 6 || value === 9;
    return value % 2 ? [bar(0, 60, at, changes)] : [bar(0, 26, at, changes), bar(34, 26, at, changes)];
  };
  return drawing('svg', { viewBox: '0 0 60 56', 'aria-hidden': 'true' }, ...lines.flatMap(line));
}

/** Pillars in traditional order: hour on the left, year on the right. */
function pillarTable({ pillars, pillarNames = {} }, texts) {
  const names = ['hour', 'day', 'month', 'year'].filter((name) => pillars[name]);
  const row = (tag, of) => element('tr', {}, ...names.map((name) => element(tag, {}, of(name) ?? '')));
  const stacked = (name) => element('span', { class: 'pillar', lang: 'zh-Hant' }, ...pillars[name]);
  return element(
    'table',
    { class: 'pillars' },
    row('th', (name) => texts.facts.pillars[name]),
    row('td', stacked),
    row('td', (name) => pillarNames[name]),
  );
}

const elements = (counts, texts) =>
  chips(
    texts.facts.elements,
    Object.entries(counts).map(([name, count]) => `${texts.facts.elementNames[name] ?? name} ${count}`),
  );

const placements = (astrology, texts) =>
  Object.entries(texts.facts.bodies).flatMap(([body, name]) => {
    const { signName, house } = astrology[body] ?? {};
    return signName ? [`${name} ${signName}${house ? ` · ${texts.facts.house(house)}` : ''}`] : [];
  });

function notes(all) {
  if (all.length === 0) return undefined;
  return element('ul', { class: 'quiet notes' }, ...all.map(({ reason }) => element('li', {}, reason)));
}
