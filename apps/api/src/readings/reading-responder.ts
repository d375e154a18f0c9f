import { Injectable } from '@nestjs/common';
import { clientDisconnect } from '@app/http';
import { type SectionFailed, decodeFrames } from '@app/streaming';
import type { Request, Response } from 'express';
import { lastValueFrom, takeUntil, toArray } from 'rxjs';
import { ProblemError } from '../http/problem.error.js';
import { contextOf } from '../http/request-context.js';
import { FrameResponder } from './frame-responder.js';
import type { LaunchedReading } from './reading-launcher.js';
import { type ReadingDocument, readingDocument } from './reading-document.js';
import { StreamSlots } from './stream-slots.js';

/** Answers a reading the way the client asked for: as a stream, or as one document when it has ended. */
@Injectable()
export class ReadingResponder {
  constructor(
    private readonly frames: FrameResponder,
    private readonly slots: StreamSlots,
  ) {}

  /** @throws ProblemError `server.busy` when no stream slot is free, `reading.failed`, `reading.cancelled` */
  async respond(request: Request, response: Response, run: LaunchedReading): Promise<void> {
    const headers = { 'X-Reading-Id': run.id };
    if (request.accepts(['text/event-stream', 'application/json']) !== 'application/json') {
      return this.frames.respond(response, run.frames(), headers);
    }
    const document = await this.#document(response, run);
    if (document) response.set(headers).json(document);
  }

  /** Undefined when the client has left, which stops the reading. */
  async #document(response: Response, run: LaunchedReading): Promise<ReadingDocument | undefined> {
    const release = this.slots.take();
    const read = run.frames().pipe(takeUntil(clientDisconnect(response)), toArray());
    const bytes = await lastValueFrom(read).finally(release);
    if (response.destroyed) return undefined;
    const events = decodeFrames(Buffer.concat(bytes).toString());
    contextOf(response.req).record.observe(events);
    const document = readingDocument(events);
    if (document.status === 'failed') throw failed(document);
    if (document.status === 'cancelled') throw new ProblemError('reading.cancelled');
    return document;
  }
}

function failed({ texts }: ReadingDocument): ProblemError {
  const failures = texts.filter((text): text is SectionFailed => text.status === 'failed');
  return new ProblemError('reading.failed', {
    errors: failures.map(({ section, code, message }) => ({ field: section, message: `${code}: ${message}` })),
  });
}
