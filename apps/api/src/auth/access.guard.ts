import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AccessLimits } from './access-limits.js';
import { contextOf } from '../http/request-context.js';
import { Callers } from './callers.js';

/** Asked by probes, scrapers and browsers that have no key; `/cache` and resetting `/v1/stats` have a key of their own. */
const WITHOUT_KEY =
  /^\/(?:$|health(?:\/|$)|(?:livez|readyz|ready|metrics|v1\/stats)$|docs(?:\/|$)|openapi|page\/|favicon|cache\/)/;

/** Asks every request who it is and whether it may, before anything is done for it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly callers: Callers,
    private readonly limits: AccessLimits,
  ) {}

  /** @throws ProblemError `access.key_missing`, `access.key_invalid`, `limit.requests` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    if (WITHOUT_KEY.test(request.path)) return true;
    const caller = this.callers.identify(request);
    contextOf(request).caller = caller;
    await this.limits.request(caller, context.switchToHttp().getResponse<Response>());
    return true;
  }
}
