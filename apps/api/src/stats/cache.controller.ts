import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type CacheStats, Caches } from '@app/cache';
import { Admin } from '@app/http';

/** Cache statistics and clearing, for operators. Requires `ADMIN_KEY`. */
@Admin()
@Controller('cache')
export class CacheController {
  constructor(private readonly caches: Caches) {}

  @Get('stats')
  stats(): CacheStats {
    return this.caches.stats();
  }

  /** Clears every layer on every replica; `cleared` is the number of entries removed from Redis. */
  @Post('clear')
  @HttpCode(200)
  async clear(): Promise<{ readonly cleared: number }> {
    return { cleared: await this.caches.clear() };
  }
}
