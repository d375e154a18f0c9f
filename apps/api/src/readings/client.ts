import type { Request, Response } from 'express';
import { ProblemError } from '../http/problem.error.js';
import { contextOf } from '../http/request-context.js';
import type { Caller } from '../auth/caller.js';

/** Who asks for a reading, and how. */
export interface Client {
  /** `performance.now()` when the request arrived. */
  readonly arrivedAt: number;
  /** W3C `traceparent` for the upstreams that are asked on the request's behalf. */
  readonly traceparent: string | undefined;
  readonly tenant: string;
  /** Undefined where nobody is asked who they are. */
  readonly caller: Caller | undefined;
  /** The client wants it written anew (`Cache-Control: no-cache`). */
  readonly fresh: boolean;
  /** Nothing of it may be kept for anybody else (`Cache-Control: no-store`); written anew as well. */
  readonly unkept: boolean;
  readonly idempotencyKey: string | undefined;
  readonly response: Response | undefined;
}

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** @throws ProblemError `input.invalid` when the Idempotency-Key is none */
export function clientOf(request: Request): Client {
  const idempotencyKey = request.get('Idempotency-Key');
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    const message = 'must be 1 to 255 visible ASCII characters';
    throw new ProblemError('input.invalid', { errors: [{ field: 'Idempotency-Key', message }] });
  }
  const cacheControl = request.get('Cache-Control') ?? '';
  const { arrivedAt, traceparent, tenant, caller } = contextOf(request);
  return {
    arrivedAt,
    traceparent,
    tenant,
    caller,
    fresh: /\bno-(?:cache|store)\b/i.test(cacheControl),
    unkept: /\bno-store\b/i.test(cacheControl),
    idempotencyKey,
    response: request.res,
  };
}
