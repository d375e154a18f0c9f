/**
 * Adds edges for trigrams, lines, complement, inverse, nuclear hexagram, King Wen order, and the hexagram that results
 * from each changing line.
 */
export function addIchingEdges(edges, records) {
  const hexagrams = records.filter(({ kind }) => kind === 'hexagram');
  const byBinary = new Map(hexagrams.map((hexagram) => [hexagram.binary, hexagram.id]));
  for (const hexagram of hexagrams) {
    addParts(edges, hexagram);
    addRelatives(edges, hexagram, byBinary);
    addChanges(edges, hexagram, byBinary);
  }
  addTrigrams(
    edges,
    records.filter(({ kind }) => kind === 'trigram'),
  );
}

function addParts(edges, { id, number, lower, upper, lines }) {
  edges.add(id, 'contains', `trigram:${lower}`, 0.8, lower === upper ? 'doubled' : 'lower');
  edges.add(id, 'contains', `trigram:${upper}`, 0.8, lower === upper ? 'doubled' : 'upper');
  for (const line of lines) edges.add(id, 'contains', `${id}.${line.n}`, 0.5, 'line');
  if (number > 1) edges.add(id, 'follows', `iching:${number - 1}`, 0.4, 'order');
}

function addRelatives(edges, { id, binary }, byBinary) {
  edges.addSymmetric(id, 'opposes', byBinary.get(complement(binary)), 0.7, 'complement');
  edges.addSymmetric(id, 'corresponds', byBinary.get([...binary].toReversed().join('')), 0.7, 'inverse');
  // The inner four lines, read as two trigrams: 2-3-4 below, 3-4-5 above.
  edges.add(id, 'corresponds', byBinary.get(binary.slice(1, 4) + binary.slice(2, 5)), 0.6, 'nuclear');
}

function addChanges(edges, { id, binary, lines }, byBinary) {
  for (const { n } of lines) {
    const changed = binary.slice(0, n - 1) + complement(binary[n - 1]) + binary.slice(n);
    edges.add(`${id}.${n}`, 'generates', byBinary.get(changed), 0.5, 'change');
  }
}

function addTrigrams(edges, trigrams) {
  const byBinary = new Map(trigrams.map((trigram) => [trigram.binary, trigram.id]));
  for (const { id, binary, element } of trigrams) {
    edges.addSymmetric(id, 'opposes', byBinary.get(complement(binary)), 0.8, 'complement');
    edges.add(id, 'corresponds', `element:${element}`, 0.9);
  }
}

const complement = (binary) => [...binary].map((line) => (line === '1' ? '0' : '1')).join('');
