import { Body, Controller, Delete, Get, Header, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ReadingRegistry } from '@app/readings';
import { ReadingHub } from '@app/streaming';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { ProblemError } from '../http/problem.error.js';
import { contextOf } from '../http/request-context.js';
import { StreamMetrics } from '@app/metrics';
import { clientOf } from './client.js';
import { FrameResponder } from './frame-responder.js';
import { isReadingOf } from './reading-id.js';
import { ReadingLauncher } from './reading-launcher.js';
import { ReadingResponder } from './reading-responder.js';

const onDisconnectQuery = z.enum(['cancel', 'continue']).optional();

@Controller('v1/readings')
export class ReadingsController {
  constructor(
    private readonly launcher: ReadingLauncher,
    private readonly responder: ReadingResponder,
    private readonly frames: FrameResponder,
    private readonly hub: ReadingHub,
    private readonly registry: ReadingRegistry,
    private readonly metrics: StreamMetrics,
  ) {}

  /** The kinds, their sections and input JSON schemas. */
  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  kinds(): unknown {
    const describe = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return {
      kinds: this.registry.all().map(({ kind, sections, input }) => ({
        kind,
        sections: sections.map(({ id, retrievers, after, maxTokens }) => ({ id, retrievers, after, maxTokens })),
        input: describe(input),
      })),
    };
  }

  @Post(':kind')
  @HttpCode(200)
  async read(
    @Param('kind') kind: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res() response: Response,
    @Query('onDisconnect') onDisconnect?: unknown,
  ): Promise<void> {
    const run = await this.launcher.launch(this.launcher.definition(kind), body, {
      client: clientOf(request),
      onDisconnect: onDisconnectQuery.parse(onDisconnect),
    });
    await this.responder.respond(request, response, run);
  }

  /** Reads on exactly after the event the client names. */
  @Get(':id/events')
  async resume(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
    @Headers('Last-Event-ID') lastEventId?: string,
    @Query('after') after?: unknown,
  ): Promise<void> {
    const last = sequenceNumber(id, lastEventId ?? after);
    assertOwn(id, request);
    const resumption = await this.#find(id, last);
    if (resumption.state === 'finished') return void response.status(204).end();
    if (resumption.state !== 'found') throw new ProblemError(`reading.${resumption.state}`);
    this.metrics.resumed();
    this.frames.respond(response, resumption.frames, { 'X-Reading-Id': id });
  }

  /** Stops a reading for everyone who reads it. */
  @Delete(':id')
  @HttpCode(204)
  async stop(@Param('id') id: string, @Req() request: Request): Promise<void> {
    assertOwn(id, request);
    const known = await this.hub.cancel(id).catch(logUnavailable);
    if (!known) throw new ProblemError('reading.unknown');
  }

  async #find(id: string, after: number) {
    return this.hub.resume(id, after).catch(logUnavailable);
  }
}

function logUnavailable(cause: unknown): never {
  throw new ProblemError('reading.log_unavailable', { cause, headers: { 'Retry-After': '1' } });
}

/** To others a reading is as unknown as one that never was. @throws ProblemError `reading.unknown` */
function assertOwn(id: string, request: Request): void {
  if (!isReadingOf(id, contextOf(request).tenant)) throw new ProblemError('reading.unknown');
}

/** `<readingId>.<seq>` or a bare number; 0 (from the start) when nothing is named. */
function sequenceNumber(readingId: string, eventId: unknown): number {
  if (eventId === undefined || eventId === '') return 0;
  // A query parameter that comes twice is a list.
  const id = typeof eventId === 'string' ? eventId : 'none';
  const digits = id.startsWith(`${readingId}.`) ? id.slice(readingId.length + 1) : id;
  if (/^\d{1,9}$/.test(digits)) return Number(digits);
  throw new ProblemError('input.invalid', {
    errors: [{ field: 'Last-Event-ID', message: 'names no event of this reading' }],
  });
}
