import { BRANCHES } from './branch.js';
import type { Pillar } from './pillar.js';

/**
 * 공망(空亡): the two branches that the ten days (旬) a pillar belongs to do not reach; those of 甲子 to 癸酉 are 戌亥
 * (三命通會 卷三, 論空亡).
 */
export function voidBranches({ stem, branch }: Pillar): readonly [number, number] {
  const first = (branch - stem + 10 + BRANCHES.length) % BRANCHES.length;
  return [first, (first + 1) % BRANCHES.length];
}
