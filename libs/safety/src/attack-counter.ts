import { Injectable } from '@nestjs/common';
import { SafetyMetrics } from '@app/metrics';
import { ATTACK_PHRASES, type AttackFamily } from './attack-phrases.js';

/**
 * Counts attempts to talk the model out of its instructions. Counting is all: a dream in which a voice says "ignore
 * the rules" is still a dream, and the prompt's structure, not a word list, is what keeps instructions apart.
 */
@Injectable()
export class AttackCounter {
  constructor(private readonly metrics: SafetyMetrics) {}

  /** The families found in the texts of one request, each counted once. */
  observe(texts: readonly string[]): readonly AttackFamily[] {
    const families = Object.keys(ATTACK_PHRASES) as AttackFamily[];
    const found = families.filter((family) => texts.some((text) => occurs(family, text)));
    for (const family of found) this.metrics.attack(family);
    return found;
  }
}

const occurs = (family: AttackFamily, text: string): boolean =>
  ATTACK_PHRASES[family].some((pattern) => pattern.test(text));
