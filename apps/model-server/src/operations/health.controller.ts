import { Controller, Get } from '@nestjs/common';
import { EmbeddingStatus } from '@app/embedding';
import { ProblemError } from '../http/problem.error.js';
import { Leaving } from './leaving.js';

@Controller('health')
export class HealthController {
  constructor(
    private readonly embedding: EmbeddingStatus,
    private readonly leaving: Leaving,
  ) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  ready() {
    if (this.leaving.begun) throw new ProblemError('server.leaving');
    const { phase, reason } = this.embedding.state;
    if (phase === 'ready') return { status: 'ok', embedder: this.embedding.description };
    // Asking is what makes a failed load try again; the probe does not wait for it.
    this.embedding.ready().catch(() => {});
    throw new ProblemError('embedding.unavailable', { detail: reason ?? 'The model is being loaded.' });
  }
}
