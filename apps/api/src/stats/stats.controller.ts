import { Controller, Delete, Get, Header, HttpCode } from '@nestjs/common';
import { Admin, Public } from '@app/http';
import { type TimingSummary, TimingWindows } from '@app/metrics';

@Controller('v1/stats')
export class StatsController {
  constructor(private readonly windows: TimingWindows) {}

  /** Exact statistics of the last samples of each operation, in ms; in characters for `…_chars`. */
  @Public()
  @Get()
  @Header('Cache-Control', 'no-store')
  stats(): { readonly operations: Readonly<Record<string, TimingSummary>> } {
    return { operations: this.windows.summaries() };
  }

  /** Deletes all samples to start a new measurement. Requires `ADMIN_KEY`. */
  @Delete()
  @HttpCode(204)
  @Admin()
  reset(): void {
    this.windows.reset();
  }
}
