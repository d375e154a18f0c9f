import { Injectable } from '@nestjs/common';
import { SectionMetrics } from '@app/metrics';
import type { Observable } from 'rxjs';
import type { EventBatch } from './reading-event.js';
import { scheduleSections } from './schedule-sections.js';
import type { SectionSource } from './section-source.js';

/** Combines the sections of a reading into one Observable of events and records their metrics. */
@Injectable()
export class SectionStreamer {
  constructor(private readonly metrics: SectionMetrics) {}

  /** See `scheduleSections`. */
  stream(sources: readonly SectionSource[]): Observable<EventBatch> {
    return scheduleSections(sources, {
      ended: ({ text, pieces, ...end }) => this.metrics.ended({ ...end, characters: text.length, tokens: pieces }),
      citationDropped: () => this.metrics.citationDropped(),
    });
  }
}
