import { Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { type CacheStats, Caches } from '@app/cache';
import { AdminGuard } from '../auth/admin.guard.js';

/** For operators: what the caches hold, and how to empty them. Needs `ADMIN_KEY`. */
@Controller('cache')
@UseGuards(AdminGuard)
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
