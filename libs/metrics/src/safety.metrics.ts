import { Injectable } from '@nestjs/common';
import { label } from './label-sets.js';
import { MetricsRegistry } from './metrics-registry.js';

@Injectable()
export class SafetyMetrics {
  readonly #attacks;

  constructor(private readonly registry: MetricsRegistry) {
    this.#attacks = registry.counter(
      'reading_attack_phrases_total',
      'Requests that hold a phrase known from prompt attacks.',
      ['family'],
    );
  }

  attack(name: string): void {
    if (this.registry.enabled) this.#attacks.inc({ family: label('attackFamily', name) });
  }
}
