import type { NumberedPassage } from '../section-brief.js';
import type { Draw } from '../plans/section-plan.js';

/** The record that describes a counsellor says how to speak; it is nothing to say. */
const PERSONA_RECORD = /^persona:[^.]+$/;

/** The sources a step may use, in the retrievers' order. */
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
  // A single source goes to the section that needs it more: the second half is the one that gives advice.
  const parity = half === 'second' ? 1 : 0;
  if (allowed.length === 1) return half === 'second' ? allowed : [];
  return allowed.filter((_, index) => index % 2 === parity);
}
