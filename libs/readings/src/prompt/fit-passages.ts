import type { NumberedPassage } from '@app/composer';

/**
 * The passages that fit into `room` tokens, in their original order. Scores are comparable only within one retriever,
 * so the retrievers take turns, each with its best remaining passage. A passage that does not fit is skipped.
 */
export function fitPassages(
  passages: readonly NumberedPassage[],
  room: number,
  cost: (passages: NumberedPassage) => number,
): readonly NumberedPassage[] {
  const fitting = new Set<NumberedPassage>();
  let left = room;
  for (const candidate of byTurns(passages)) {
    const tokens = cost(candidate);
    if (tokens > left) continue;
    fitting.add(candidate);
    left -= tokens;
  }
  return passages.filter((candidate) => fitting.has(candidate));
}

function byTurns(passages: readonly NumberedPassage[]): readonly NumberedPassage[] {
  const ranked = [...Map.groupBy(passages, ({ retriever }) => retriever).values()].map((found) =>
    found.toSorted((a, b) => b.score - a.score),
  );
  const rounds = Math.max(0, ...ranked.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => ranked.flatMap((found) => found.slice(round, round + 1))).flat();
}
