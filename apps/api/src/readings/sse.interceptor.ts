import {
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type ServerConfig, serverConfig } from '@app/config';
import { clientDisconnect, disconnectSignal } from '@app/http';
import { StreamMetrics } from '@app/metrics';
import { LiveReading } from '@app/readings';
import { separateFrames, withHeartbeat } from '@app/streaming';
import type { Request, Response } from 'express';
import { NEVER, type Observable, from, map, mergeMap, of, takeUntil } from 'rxjs';
import { contextOf } from '../http/request-context.js';
import { FrameWriter } from './frame-writer.js';
import { Answer, SSE, type WireFormat, wantedFormat } from './wire-format.js';

/** Nest sends nothing for this result: the response was written here, or the client has disconnected. */
const HANDLED: Observable<unknown> = NEVER;

const JSON_FIRST = 'json-first';

/** Marks a controller whose routes answer with JSON unless the client asks for a stream. */
export const JsonByDefault = (): CustomDecorator => SetMetadata(JSON_FIRST, true);

/**
 * Sends a `LiveReading` in the format that the client accepts: Server-Sent Events, lines of JSON or one JSON document.
 * Answers 204 if the handler returns undefined.
 */
@Injectable()
export class SseInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(
    @Inject(serverConfig.KEY) private readonly config: ServerConfig,
    private readonly metrics: StreamMetrics,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    const jsonFirst = this.reflector.get<true | undefined>(JSON_FIRST, context.getClass()) ?? false;
    return next.handle().pipe(mergeMap((result) => this.#answer(answerOf(result, response.req, jsonFirst), response)));
  }

  #answer(result: unknown, response: Response): Observable<unknown> {
    if (result === undefined) response.status(204);
    if (!(result instanceof Answer)) return of(result);
    const { reading, format } = result;
    const { record } = contextOf(response.req);
    record.began(reading.stages);
    reading.events.pipe(takeUntil(clientDisconnect(response))).subscribe((event) => record.observe(event));
    if (format === 'document') return documentOf(result, response);
    this.#stream(reading, format, response);
    return HANDLED;
  }

  #stream(reading: LiveReading, { headers, encode = same }: WireFormat, response: Response): void {
    response.writeHead(200, { ...headers, 'X-Reading-Id': reading.id });
    response.socket?.setNoDelay(true);
    response.flushHeaders();
    const { heartbeat, separateWrites = false } = reading.format ?? {};
    const frames = reading.frames().pipe(withHeartbeat(this.config.heartbeatMs, heartbeat), map(encode));
    const writer = new FrameWriter(response, {
      maxBacklogBytes: this.config.maxBacklogBytes,
      onOverflow: () => this.#dropSlowReader(response),
    });
    const subscription = (separateWrites ? frames.pipe(separateFrames()) : frames).subscribe({
      next: (chunk) => writer.write(chunk),
      error: () => response.destroy(),
      complete: () => writer.end(),
    });
    clientDisconnect(response).subscribe(() => {
      subscription.unsubscribe();
      if (response.writableEnded) return;
      const { firstTextMs } = contextOf(response.req).record;
      this.metrics.disconnected(firstTextMs === undefined ? 'before-first-token' : 'streaming');
    });
  }

  /** Closes the connection. The reading continues to be logged, so the client can resume later. */
  #dropSlowReader(response: Response): void {
    if (response.destroyed) return;
    this.metrics.droppedSlow();
    response.destroy();
  }
}

const same = (frames: Buffer): Buffer => frames;

function answerOf(result: unknown, request: Request, jsonFirst: boolean): unknown {
  if (!(result instanceof LiveReading)) return result;
  const format = wantedFormat(request, { jsonFirst: jsonFirst && !result.streamOnly });
  return new Answer(result, result.streamOnly && format === 'document' ? SSE : format);
}

function documentOf({ reading, toBody }: Answer, response: Response): Observable<unknown> {
  response.set('X-Reading-Id', reading.id);
  return from(reading.document(disconnectSignal(response))).pipe(
    mergeMap((document) => (document ? of(toBody(document)) : HANDLED)),
  );
}
