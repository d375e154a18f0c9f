const CYCLE = ['wood', 'fire', 'earth', 'metal', 'water'];

/**
 * Adds the cycles of the five phases: each one generates the next one and controls the one after it. Air, the Western
 * element, opposes earth.
 */
export function addElementEdges(edges) {
  for (const prefix of ['element:', 'saju:element-'])
    addCycles(
      edges,
      CYCLE.map((element) => prefix + element),
    );
  for (const element of CYCLE) edges.add(`saju:element-${element}`, 'corresponds', `element:${element}`, 1, 'image');
  edges.addSymmetric('element:air', 'opposes', 'element:earth', 0.6);
}

function addCycles(edges, ids) {
  for (const [index, id] of ids.entries()) {
    edges.add(id, 'generates', ids[(index + 1) % ids.length], 0.9);
    edges.add(id, 'controls', ids[(index + 2) % ids.length], 0.8);
  }
}
