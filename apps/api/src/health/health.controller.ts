import { Controller, Get, HttpException, Res } from '@nestjs/common';
import { Public } from '@app/http';
import { HttpMetrics } from '@app/metrics';
import { HealthCheck, HealthCheckService, type HealthIndicatorFunction } from '@nestjs/terminus';
import type { Response } from 'express';
import { Readiness } from './readiness.js';

@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly readiness: Readiness,
    private readonly metrics: HttpMetrics,
  ) {}

  @Get(['health/ready', 'readyz', 'ready'])
  @HealthCheck({ noCache: true, swaggerDocumentation: false })
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const result = await this.#check(response, this.#readiness());
    this.metrics.ready(response.statusCode === 200);
    return result;
  }

  @Get('health')
  @HealthCheck({ noCache: true, swaggerDocumentation: false })
  all(@Res({ passthrough: true }) response: Response): Promise<object> {
    return this.#check(response, [...this.#readiness(), () => this.readiness.writer()]);
  }

  #readiness(): HealthIndicatorFunction[] {
    const { readiness } = this;
    return [
      () => readiness.lifecyclePhase(),
      () => readiness.capacity(),
      () => readiness.knowledgeTables(),
      () => readiness.graph(),
      () => readiness.persona(),
      () => readiness.embedder(),
      () => readiness.redis(),
    ];
  }

  /**
   * Terminus throws a 503 whose body is the check result. Sends that body instead of a problem document, because
   * operators need it.
   */
  async #check(response: Response, indicators: HealthIndicatorFunction[]): Promise<object> {
    try {
      return await this.checks.check(indicators);
    } catch (error) {
      if (!(error instanceof HttpException)) throw error;
      response.status(error.getStatus());
      return error.getResponse() as object;
    }
  }
}
