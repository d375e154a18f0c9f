import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type AccessConfig, accessConfig } from '@app/config';
import type { Request } from 'express';
import { ProblemError } from '../http/problem.error.js';
import { presentedKey } from './credentials.js';
import { sameSecret } from './key-ring.js';

/** Lets through whoever has `ADMIN_KEY`; nobody when there is none. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(@Inject(accessConfig.KEY) private readonly config: AccessConfig) {}

  /** @throws ProblemError `access.admin_only` */
  canActivate(context: ExecutionContext): boolean {
    const presented = presentedKey(context.switchToHttp().getRequest<Request>());
    const { adminKey } = this.config;
    if (adminKey !== undefined && presented !== undefined && sameSecret(presented, adminKey)) return true;
    throw new ProblemError('access.admin_only');
  }
}
