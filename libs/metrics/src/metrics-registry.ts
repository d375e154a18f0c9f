import { Inject, Injectable } from '@nestjs/common';
import { type ObservabilityConfig, observabilityConfig } from '@app/config';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

type Labels<Name extends string> = readonly Name[];

/** Creates every metric in a separate prom-client registry, so that tests and apps do not share one. */
@Injectable()
export class MetricsRegistry {
  readonly prometheus = new Registry();

  constructor(@Inject(observabilityConfig.KEY) private readonly config: Pick<ObservabilityConfig, 'metrics'>) {}

  /** False when `METRICS=off`: metrics are defined, but nothing is recorded. */
  get enabled(): boolean {
    return this.config.metrics;
  }

  counter<Name extends string = never>(name: string, help: string, labelNames: Labels<Name> = []): Counter<Name> {
    return new Counter({ name, help, labelNames, registers: [this.prometheus] });
  }

  /** @param collect called at every scrape, for values read on demand */
  gauge<Name extends string = never>(
    name: string,
    help: string,
    labelNames: Labels<Name> = [],
    collect?: (gauge: Gauge<Name>) => void,
  ): Gauge<Name> {
    const asked = collect && {
      collect(this: Gauge<Name>) {
        collect(this);
      },
    };
    return new Gauge({ name, help, labelNames, registers: [this.prometheus], ...asked });
  }

  histogram<Name extends string = never>(
    name: string,
    help: string,
    buckets: readonly number[],
    labelNames: Labels<Name> = [],
  ): Histogram<Name> {
    return new Histogram({ name, help, labelNames, buckets: [...buckets], registers: [this.prometheus] });
  }
}
