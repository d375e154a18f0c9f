import { Controller, Delete, Get, Header, HttpCode } from '@nestjs/common';
import { Admin, Public } from '@app/http';
import { type TimingSummary, TimingWindows } from '@app/metrics';

@Controller('v1/stats')
export class StatsController {
  constructor(private readonly windows: TimingWindows) {}

  /** Exact over the last samples of each operation; ms, characters for `…_chars`. */
  @Public()
  @Get()
  @Header('Cache-Control', 'no-store')
  stats(): { readonly operations: Readonly<Record<string, TimingSummary>> } {
    return { operations: this.windows.summaries() };
  }

  /** Forgets all samples, to measure from here on. Needs `ADMIN_KEY`. */
  @Delete()
  @HttpCode(204)
  @Admin()
  reset(): void {
    this.windows.reset();
  }
}
