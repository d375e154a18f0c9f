const RELATION = { emotion: 'evokes', theme: 'evokes', archetype: 'corresponds', element: 'corresponds' };
// Weights by rank: records list their most important tag first.
const WEIGHTS = [0.9, 0.8, 0.7, 0.6];
const CONCEPTS = new Set(['theme', 'emotion', 'archetype', 'element']);

/**
 * Adds edges from a record to its tags: a symbol evokes emotions and themes and corresponds to archetypes and elements.
 */
export function addTagEdges(edges, records) {
  for (const record of records.filter(({ kind }) => !CONCEPTS.has(kind))) {
    eachTag(record, (tag, prefix, weight) => edges.add(record.id, RELATION[prefix], tag, weight));
  }
  for (const concept of records.filter(({ kind }) => CONCEPTS.has(kind))) {
    eachTag(concept, (tag, prefix, weight) => addConceptEdge(edges, concept, tag, prefix, weight));
  }
}

function eachTag(record, visit) {
  const seen = {};
  for (const tag of record.tags) {
    const prefix = tag.split(':')[0];
    const rank = (seen[prefix] = (seen[prefix] ?? -1) + 1);
    visit(tag, prefix, WEIGHTS[Math.min(rank, WEIGHTS.length - 1)]);
  }
}

/**
 * Concepts of the same kind correspond in both directions; between an emotion and a theme there is one edge, by which
 * the theme evokes the emotion.
 */
function addConceptEdge(edges, concept, tag, prefix, weight) {
  const near = weight - 0.2;
  if (prefix === concept.kind) edges.addSymmetric(concept.id, 'corresponds', tag, near);
  else if (concept.kind === 'emotion' && prefix === 'theme') edges.add(tag, 'evokes', concept.id, near);
  else edges.add(concept.id, RELATION[prefix], tag, near);
}
