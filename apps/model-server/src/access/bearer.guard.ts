import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type EmbeddingConfig, embeddingConfig } from '@app/config';
import { accessRuleOf } from '@app/http';
import type { Request } from 'express';
import { ProblemError } from '../problems/problem.error.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Requires `EMBEDDINGS_API_KEY` as a bearer token on every route that is not public, if the variable is set. */
@Injectable()
export class BearerGuard implements CanActivate {
  readonly #expected: Buffer | undefined;

  constructor(
    @Inject(embeddingConfig.KEY) { apiKey }: EmbeddingConfig,
    private readonly reflector: Reflector,
  ) {
    this.#expected = apiKey === undefined ? undefined : digest(`Bearer ${apiKey}`);
  }

  /** @throws ProblemError `auth.required` */
  canActivate(context: ExecutionContext): boolean {
    const { authorization = '' } = context.switchToHttp().getRequest<Request>().headers;
    if (!this.#expected || timingSafeEqual(digest(authorization), this.#expected)) return true;
    if (accessRuleOf(this.reflector, context) === 'public') return true;
    throw new ProblemError('auth.required', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
}
