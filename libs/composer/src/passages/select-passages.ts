import type { NumberedPassage } from '../section-brief.js';
import type { Draw } from '../plans/section-plan.js';

/** A persona's description is an instruction to the writer, not quotable content. */
const PERSONA_RECORD = /^persona:[^.]+$/;

/** The passages that a step may quote, in the order of the retrievers. */
export function selectPassages(
  passages: readonly NumberedPassage[],
  { retrievers, prefixes, half }: Draw,
): readonly NumberedPassage[] {
  const allowed = passages.filter(
    ({ id, retriever }) =>
      !PERSONA_RECORD.test(id) &&
      (!retrievers || retrievers.includes(retriever)) &&
      (!prefixes || prefixes.some((prefix) => id.startsWith(prefix))),
  );
  if (!half) return allowed;
  // A single passage goes to the second half, which is the section that gives advice.
  const parity = half === 'second' ? 1 : 0;
  if (allowed.length === 1) return half === 'second' ? allowed : [];
  return allowed.filter((_, index) => index % 2 === parity);
}
