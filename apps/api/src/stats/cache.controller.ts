import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type CacheStats, Caches } from '@app/cache';
import { Admin } from '@app/http';

/** For operators: what the caches hold, and how to empty them. Needs `ADMIN_KEY`. */
@Admin()
@Controller('cache')
export class CacheController {
  constructor(private readonly caches: Caches) {}

  @Get('stats')
  stats(): CacheStats {
    return this.caches.stats();
  }

  /** Empties every layer on every replica; `cleared` counts what was taken out of Redis. */
  @Post('clear')
  @HttpCode(200)
  async clear(): Promise<{ readonly cleared: number }> {
    return { cleared: await this.caches.clear() };
  }
}
