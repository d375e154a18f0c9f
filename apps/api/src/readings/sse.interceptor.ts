import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { type ServerConfig, serverConfig } from '@app/config';
import { clientDisconnect } from '@app/http';
import { StreamMetrics } from '@app/metrics';
import { LiveReading } from '@app/readings';
import { separateFrames, withHeartbeat } from '@app/streaming';
import type { Response } from 'express';
import { NEVER, type Observable, from, mergeMap, of, takeUntil } from 'rxjs';
import { contextOf } from '../http/request-context.js';
import { FrameWriter } from './frame-writer.js';

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  // Prevents buffering by nginx and similar proxies.
  'X-Accel-Buffering': 'no',
};

/** Nest sends nothing: the response is written here, or its client has left. */
const HANDLED: Observable<unknown> = NEVER;

/**
 * Answers a `LiveReading` as the client accepts it: as Server-Sent Events or as one JSON document. A handler that returns
 * undefined has nothing left to send: 204.
 */
@Injectable()
export class SseInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(
    @Inject(serverConfig.KEY) private readonly config: ServerConfig,
    private readonly metrics: StreamMetrics,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(mergeMap((result) => this.#answer(result, response)));
  }

  #answer(result: unknown, response: Response): Observable<unknown> {
    if (result === undefined) response.status(204);
    if (!(result instanceof LiveReading)) return of(result);
    const { record } = contextOf(response.req);
    record.began(result.stages);
    result.events.pipe(takeUntil(clientDisconnect(response))).subscribe((event) => record.observe(event));
    if (!result.streamOnly && acceptsOnlyJson(response)) return documentOf(result, response);
    this.#stream(result, response);
    return HANDLED;
  }

  #stream(reading: LiveReading, response: Response): void {
    response.writeHead(200, { ...HEADERS, 'X-Reading-Id': reading.id });
    response.socket?.setNoDelay(true);
    response.flushHeaders();
    const { heartbeat, separateWrites = false } = reading.format ?? {};
    const frames = reading.frames().pipe(withHeartbeat(this.config.heartbeatMs, heartbeat));
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

  /** The reading's log continues: the client can resume once it reads again. */
  #dropSlowReader(response: Response): void {
    if (response.destroyed) return;
    this.metrics.droppedSlow();
    response.destroy();
  }
}

const acceptsOnlyJson = ({ req }: Response): boolean =>
  req.accepts(['text/event-stream', 'application/json']) === 'application/json';

function documentOf(reading: LiveReading, response: Response): Observable<unknown> {
  const left = new AbortController();
  clientDisconnect(response).subscribe(() => left.abort());
  response.set('X-Reading-Id', reading.id);
  return from(reading.document(left.signal)).pipe(mergeMap((document) => (document ? of(document) : HANDLED)));
}
