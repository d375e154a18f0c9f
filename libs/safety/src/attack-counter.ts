import { Injectable } from '@nestjs/common';
import { SafetyMetrics } from '@app/metrics';
import { ATTACK_PHRASES, type AttackFamily } from './attack-phrases.js';

/**
 * Counts prompt-injection phrases without blocking the request: a dream in which a voice says "ignore the rules" is
 * valid, and the structure of the prompt protects the instructions, not a word list.
 */
@Injectable()
export class AttackCounter {
  constructor(private readonly metrics: SafetyMetrics) {}

  /** Counts each family that occurs in the texts of one request once, and returns these families. */
  observe(texts: readonly string[]): readonly AttackFamily[] {
    const families = Object.keys(ATTACK_PHRASES) as AttackFamily[];
    const found = families.filter((family) => texts.some((text) => occurs(family, text)));
    for (const family of found) this.metrics.attack(family);
    return found;
  }
}

const occurs = (family: AttackFamily, text: string): boolean =>
  ATTACK_PHRASES[family].some((pattern) => pattern.test(text));
