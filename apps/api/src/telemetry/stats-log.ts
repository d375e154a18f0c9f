import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type ObservabilityConfig, observabilityConfig } from '@app/config';
import { TimingWindows } from '@app/metrics';

/** Logs the timing windows of `/v1/stats` every `STATS_LOG_INTERVAL` seconds. */
@Injectable()
export class StatsLog implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger('Stats');
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(observabilityConfig.KEY) private readonly config: ObservabilityConfig,
    private readonly windows: TimingWindows,
  ) {}

  onApplicationBootstrap(): void {
    const seconds = this.config.statsLogIntervalSeconds;
    if (seconds > 0) this.#timer = setInterval(() => this.#write(), seconds * 1_000).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  #write(): void {
    this.#logger.log({ operations: this.windows.summaries() });
  }
}
