const sign = (slug) => `astro:sign-${slug}`;
const body = (slug) => `astro:body-${slug}`;
const ELEMENT_TRINE = 4;

/**
 * Adds edges for rulers, exaltations, opposites, elements, houses and their signs, phases of the Moon, and the 120
 * placements.
 */
export function addAstrologyEdges(edges, records) {
  const of = (kind) => records.filter((record) => record.kind === kind).toSorted((a, b) => a.index - b.index);
  const [signs, houses, phases] = ['sign', 'house', 'moon_phase'].map(of);
  addSigns(edges, signs);
  addWheel(edges, houses, 6, 'axis');
  for (const house of houses) edges.add(house.id, 'corresponds', sign(house.natural_sign), 0.7, 'natural');
  addWheel(edges, phases, 4, 'phase');
  for (const phase of phases) edges.add(body('moon'), 'contains', phase.id, 0.6, 'phase');
  for (const { id, exaltation } of of('body')) {
    if (exaltation) edges.add(id, 'corresponds', sign(exaltation), 0.6, 'exaltation');
  }
  for (const placement of of('planet_in_sign')) addPlacement(edges, placement);
  addPoints(edges);
}

function addSigns(edges, signs) {
  addWheel(edges, signs, 6, 'axis');
  for (const [index, { id, element, ruler, ruler_traditional }] of signs.entries()) {
    edges.add(id, 'corresponds', `element:${element}`, 0.9);
    edges.add(body(ruler), 'controls', id, 0.9, 'ruler');
    edges.add(body(ruler_traditional), 'controls', id, 0.7, 'ruler');
    edges.addSymmetric(id, 'corresponds', signs[(index + ELEMENT_TRINE) % 12].id, 0.5, 'element');
  }
}

/** Adds edges of a closed circle: each member follows the previous one and opposes the one halfway around. */
function addWheel(edges, circle, half, role) {
  for (const [index, { id }] of circle.entries()) {
    edges.add(id, 'follows', circle[(index + circle.length - 1) % circle.length].id, 0.4, 'order');
    edges.addSymmetric(id, 'opposes', circle[(index + half) % circle.length].id, 0.7, role);
  }
}

function addPlacement(edges, placement) {
  edges.add(placement.id, 'contains', body(placement.body), 0.8, 'placement');
  edges.add(placement.id, 'contains', sign(placement.sign), 0.8, 'placement');
}

/**
 * Adds edges from the angles to the first and the tenth house, and between opposite aspects and the rulers of opposite
 * signs.
 */
function addPoints(edges) {
  edges.add('astro:angle-ascendant', 'corresponds', 'astro:house-1', 0.9, 'cusp');
  edges.add('astro:angle-midheaven', 'corresponds', 'astro:house-10', 0.9, 'cusp');
  edges.add('astro:aspect-conjunction', 'opposes', 'astro:aspect-opposition', 0.6);
  edges.add('astro:aspect-trine', 'opposes', 'astro:aspect-square', 0.5);
  for (const [one, other] of ['mars-venus', 'mercury-jupiter', 'moon-saturn', 'sun-saturn'].map((pair) =>
    pair.split('-'),
  )) {
    edges.addSymmetric(body(one), 'opposes', body(other), 0.5, 'rulers');
  }
}
