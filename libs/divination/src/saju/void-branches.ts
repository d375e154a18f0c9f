import { BRANCHES } from './branch.js';
import type { Pillar } from './pillar.js';

/**
 * 공망(空亡): the two branches that do not occur in the group of ten days (旬) of a pillar; for 甲子 to 癸酉 they are 戌亥 (三命通會
 * 卷三, 論空亡).
 */
export function voidBranches({ stem, branch }: Pillar): readonly [number, number] {
  const first = (branch - stem + 10 + BRANCHES.length) % BRANCHES.length;
  return [first, (first + 1) % BRANCHES.length];
}
