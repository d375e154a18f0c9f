import { Inject, Injectable } from '@nestjs/common';
import { type ServerConfig, serverConfig } from '@app/config';
import { clientDisconnect } from '@app/http';
import { StreamMetrics } from '@app/metrics';
import { withHeartbeat } from '@app/streaming';
import type { Response } from 'express';
import type { Observable } from 'rxjs';
import { contextOf } from '../http/request-context.js';
import { StreamSlots } from './stream-slots.js';

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  // nginx and its kin would hold the stream back to fill their buffers.
  'X-Accel-Buffering': 'no',
};

/** Writes frames to a response as they come: headers at once, one socket write a chunk, heartbeats, slow readers dropped. */
@Injectable()
export class FrameResponder {
  constructor(
    @Inject(serverConfig.KEY) private readonly config: ServerConfig,
    private readonly slots: StreamSlots,
    private readonly metrics: StreamMetrics,
  ) {}

  /** @throws ProblemError `server.busy` before anything is written when no stream slot is free. */
  respond(response: Response, frames: Observable<Buffer>, headers: Readonly<Record<string, string>> = {}): void {
    const release = this.slots.take();
    response.writeHead(200, { ...HEADERS, ...headers });
    response.socket?.setNoDelay(true);
    response.flushHeaders();
    const { record } = contextOf(response.req);
    const subscription = frames.pipe(withHeartbeat(this.config.heartbeatMs)).subscribe({
      next: (chunk) => {
        record.observeBytes(chunk);
        this.#write(response, chunk);
      },
      error: () => response.destroy(),
      complete: () => response.end(),
    });
    clientDisconnect(response).subscribe(() => {
      release();
      subscription.unsubscribe();
      if (response.writableEnded) return;
      this.metrics.disconnected(record.firstTextMs === undefined ? 'before-first-token' : 'streaming');
    });
  }

  #write(response: Response, chunk: Buffer): void {
    if (response.destroyed) return;
    response.write(chunk);
    if (response.writableLength <= this.config.maxBacklogBytes) return;
    // Its log goes on: the reader can resume where it stopped once it reads again.
    this.metrics.droppedSlow();
    response.destroy();
  }
}
