import type { Evidence } from '@app/composer';

/**
 * The evidence that fits into `room` tokens, in its own order. Scores compare within one retriever only, so the
 * retrievers take turns, each with its best left; one that does not fit is passed over for a shorter one.
 */
export function fitEvidence(
  evidence: readonly Evidence[],
  room: number,
  cost: (evidence: Evidence) => number,
): readonly Evidence[] {
  const fitting = new Set<Evidence>();
  let left = room;
  for (const candidate of byTurns(evidence)) {
    const tokens = cost(candidate);
    if (tokens > left) continue;
    fitting.add(candidate);
    left -= tokens;
  }
  return evidence.filter((candidate) => fitting.has(candidate));
}

function byTurns(evidence: readonly Evidence[]): readonly Evidence[] {
  const ranked = [...Map.groupBy(evidence, ({ retriever }) => retriever).values()].map((found) =>
    found.toSorted((a, b) => b.score - a.score),
  );
  const rounds = Math.max(0, ...ranked.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => ranked.flatMap((found) => found.slice(round, round + 1))).flat();
}
