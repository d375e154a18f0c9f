import { Controller, Get } from '@nestjs/common';
import { type TimingSummary, TimingWindows } from '@app/metrics';

@Controller('v1/stats')
export class StatsController {
  constructor(private readonly windows: TimingWindows) {}

  /** Exact over the last samples of each operation; ms, characters for `…_chars`. */
  @Get()
  stats(): { readonly operations: Readonly<Record<string, TimingSummary>> } {
    return { operations: this.windows.summaries() };
  }
}
