import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { accessRuleOf } from '@app/http';
import { HelpService } from '@app/readings';
import type { Request, Response } from 'express';
import { contextOf } from '../http/request-context.js';
import { AccessLimits } from './access-limits.js';
import { Callers } from './callers.js';
import { presentedKey } from './credentials.js';
import { peerNetwork } from './peer-address.js';

/** Larger bodies are not checked for help lines: the safety gate takes 0.3 ms per thousand characters. */
const MAX_CHECKED_BYTES = 16 * 1024;

/**
 * Applies the access rule of each route: `@Public()`, `@Admin()` or `@OpenToBrowsers()`. Routes without a rule require
 * an API key where keys are configured. Also enforces the caller's request limit.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly limits: AccessLimits,
    private readonly help: HelpService,
  ) {}

  /** @throws ProblemError `access.key_missing`, `access.key_invalid`, `access.admin_only`, `limit.requests` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const rule = accessRuleOf(this.reflector, context);
    if (rule === 'public') return true;
    if (rule === 'admin') {
      await this.#admin(request);
      return true;
    }
    const caller = rule === 'browser' ? this.callers.identifyBrowser(request) : this.callers.identify(request);
    contextOf(request).caller = caller;
    await this.limits.request(caller, http.getResponse<Response>()).catch((refusal: Error) => {
      if (!this.#needsHelp(request)) throw refusal;
      contextOf(request).refusal = refusal;
    });
    return true;
  }

  /** @throws ProblemError `access.admin_only`, `limit.requests` after too many wrong keys */
  async #admin(request: Request): Promise<void> {
    const peer = peerNetwork(request.ip);
    await this.limits.adminRequest(peer);
    try {
      this.callers.assertAdmin(request);
    } catch (error) {
      if (presentedKey(request) !== undefined) await this.limits.wrongAdminKey(peer);
      throw error;
    }
  }

  /** Whether help lines would answer the request. Checks only small bodies, so that rejecting a request stays cheap. */
  #needsHelp({ method, body, headers }: Request): boolean {
    const isSmall = Number(headers['content-length'] ?? Infinity) <= MAX_CHECKED_BYTES;
    return method === 'POST' && isSmall && this.help.isNeeded(body);
  }
}
