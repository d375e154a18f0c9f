import { Controller, Get, Header, NotFoundException } from '@nestjs/common';
import { MetricsRegistry } from '@app/metrics';
import { Public } from './access-rule.js';

@Public()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly registry: MetricsRegistry) {}

  /**
   * 404 with `METRICS=off`: an empty page would look like a healthy target. Otherwise always the Prometheus text format
   * 0.0.4, which every scraper accepts regardless of its `Accept` header.
   */
  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    if (!this.registry.enabled) throw new NotFoundException();
    return this.registry.prometheus.metrics();
  }
}
