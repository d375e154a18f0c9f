import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type EmbeddingConfig, embeddingConfig } from '@app/config';
import type { Request } from 'express';
import { ProblemError } from './problem.error.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Where EMBEDDINGS_API_KEY is set, callers must show it; they send it when it is set on their side. */
@Injectable()
export class BearerGuard implements CanActivate {
  readonly #expected: Buffer | undefined;

  constructor(@Inject(embeddingConfig.KEY) { apiKey }: EmbeddingConfig) {
    this.#expected = apiKey === undefined ? undefined : digest(`Bearer ${apiKey}`);
  }

  canActivate(context: ExecutionContext): boolean {
    const { authorization = '' } = context.switchToHttp().getRequest<Request>().headers;
    if (!this.#expected || timingSafeEqual(digest(authorization), this.#expected)) return true;
    throw new ProblemError('auth.required');
  }
}
