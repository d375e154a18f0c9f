import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ReadingRequest } from '@app/readings';
import { eventFramesWithText } from '@app/streaming';
import type { Request } from 'express';
import { z } from 'zod';
import { ProblemError } from '../http/problem.error.js';
import { contextOf } from '../http/request-context.js';

/** Options from the request's headers. */
export type HeaderOptions = Pick<
  ReadingRequest,
  'arrivedAt' | 'traceparent' | 'noCache' | 'noStore' | 'idempotencyKey'
>;

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** @throws ProblemError `input.invalid` for a malformed Idempotency-Key */
function headerOptions(request: Request): HeaderOptions {
  const idempotencyKey = request.get('Idempotency-Key');
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    const message = 'must be 1 to 255 visible ASCII characters';
    throw new ProblemError('input.invalid', { errors: [{ field: 'Idempotency-Key', message }] });
  }
  const cacheControl = request.get('Cache-Control') ?? '';
  const { arrivedAt, traceparent } = contextOf(request);
  return {
    arrivedAt,
    traceparent,
    noCache: /\bno-(?:cache|store)\b/i.test(cacheControl),
    noStore: /\bno-store\b/i.test(cacheControl),
    idempotencyKey,
  };
}

/** Parameter decorator: the `HeaderOptions` of the request. */
export const RequestOptions = createParamDecorator((_: unknown, context: ExecutionContext) =>
  headerOptions(context.switchToHttp().getRequest<Request>()),
);

/** Query parameters of `POST /v1/readings/{kind}`: `?onDisconnect=cancel|continue&full_text=1&lenient=true`. */
export const streamQuery = z
  .object({
    onDisconnect: z.enum(['cancel', 'continue']).optional(),
    full_text: z.enum(['0', '1']).optional(),
    lenient: z.enum(['true', 'false']).optional(),
  })
  .transform(({ onDisconnect, full_text: fullText, lenient }) => ({
    onDisconnect,
    isLenient: lenient === 'true',
    ...(fullText === '1' && { format: eventFramesWithText }),
  }));

export type StreamQuery = z.output<typeof streamQuery>;
