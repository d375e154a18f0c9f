import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, HttpAdapterHost } from '@nestjs/core';
import { CacheModule } from '@app/cache';
import { type AccessConfig, accessConfig } from '@app/config';
import { ReadingsModule } from '@app/readings';
import type { Application } from 'express';
import { AccessGuard } from './access.guard.js';
import { AccessLimits } from './access-limits.js';
import { Callers } from './callers.js';
import { trustProxies } from './trust-proxies.js';

/** API keys, limits and trusted proxies. */
@Module({
  imports: [CacheModule, ReadingsModule],
  providers: [Callers, AccessLimits, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [AccessLimits],
})
export class AccessModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(accessConfig.KEY) private readonly config: AccessConfig,
  ) {}

  onModuleInit(): void {
    trustProxies(this.host.httpAdapter.getInstance<Application>(), this.config.trustedProxies);
  }
}
