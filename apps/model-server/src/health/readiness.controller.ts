import { Controller, Get } from '@nestjs/common';
import { EmbeddingStatus } from '@app/embedding';
import { Lifecycle, Public, draining } from '@app/http';
import { ProblemError } from '../problems/problem.error.js';

@Public()
@Controller()
export class ReadinessController {
  constructor(
    private readonly embedding: EmbeddingStatus,
    private readonly lifecycle: Lifecycle,
  ) {}

  @Get(['health', 'health/ready', 'readyz'])
  ready() {
    if (this.lifecycle.phase !== 'serving') throw draining();
    const { phase, reason } = this.embedding.state;
    if (phase === 'ready') return { status: 'ok', embedder: this.embedding.description };
    // Retry a failed load; the probe does not wait for it.
    this.embedding.ready().catch(() => {});
    throw new ProblemError('embedding.unavailable', {
      detail: reason ?? 'The model is loading.',
      headers: { 'Retry-After': '2' },
    });
  }
}
