import { Controller, Get, HttpException, Res } from '@nestjs/common';
import { HttpMetrics } from '@app/metrics';
import { HealthCheckService, type HealthIndicatorFunction } from '@nestjs/terminus';
import type { Response } from 'express';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly readiness: Readiness,
    private readonly metrics: HttpMetrics,
  ) {}

  /** The event loop turns: nothing else, so that no orchestrator restarts a process for its neighbour's trouble. */
  @Get(['health/live', 'livez'])
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  @Get(['health/ready', 'readyz', 'ready'])
  async ready(@Res() response: Response): Promise<void> {
    const { readiness } = this;
    await this.#answer(response, [
      () => readiness.lifecyclePhase(),
      () => readiness.knowledgeTables(),
      () => readiness.graph(),
      () => readiness.persona(),
      () => readiness.embedder(),
      () => readiness.redis(),
    ]);
    this.metrics.ready(response.statusCode === 200);
  }

  @Get('health')
  async all(@Res() response: Response): Promise<void> {
    const { readiness } = this;
    await this.#answer(response, [
      () => readiness.lifecyclePhase(),
      () => readiness.knowledgeTables(),
      () => readiness.graph(),
      () => readiness.persona(),
      () => readiness.embedder(),
      () => readiness.redis(),
      () => readiness.writer(),
    ]);
  }

  async #answer(response: Response, indicators: HealthIndicatorFunction[]): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    try {
      response.json(await this.checks.check(indicators));
    } catch (error) {
      if (!(error instanceof HttpException)) throw error;
      response.status(error.getStatus()).json(error.getResponse());
    }
  }
}
