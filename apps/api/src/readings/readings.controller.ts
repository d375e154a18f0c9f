import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { PersonaStore } from '@app/rag';
import { type Caller, type LiveReading, ReadingError, ReadingRegistry, ReadingService } from '@app/readings';
import type { ReadingDocument } from '@app/streaming';
import { describeKinds } from './describe-kinds.js';
import { eventNumber, eventPlace } from './event-number.js';
import { RequestCaller } from './request-caller.js';
import { type HeaderOptions, RequestOptions, type StreamQuery, streamQuery } from './request-options.js';
import { JsonByDefault, SseInterceptor } from './sse.interceptor.js';

@Controller('v1/readings')
@JsonByDefault()
@UseInterceptors(SseInterceptor)
export class ReadingsController {
  constructor(
    private readonly readings: ReadingService,
    private readonly registry: ReadingRegistry,
    private readonly personas: PersonaStore,
  ) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  kinds(): unknown {
    return describeKinds(this.registry, this.personas);
  }

  /**
   * With `Last-Event-ID`, continues that reading, because reconnecting clients repeat their request. Starts a new
   * reading if that one no longer exists.
   */
  @Post(':kind')
  @HttpCode(200)
  read(
    @Param('kind') kind: string,
    @Body() body: unknown,
    @Query({ schema: streamQuery }) query: StreamQuery,
    @Headers('Last-Event-ID') lastEventId: string | undefined,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading | undefined> {
    const start = () => this.readings.start({ kind, body, ...options, ...query }, caller);
    const place = eventPlace(lastEventId);
    return place ? this.readings.resume(place.id, place.number, caller).catch(whenGone(start)) : start();
  }

  /** Continues after the event that the client names. */
  @Get(':id/events')
  resume(
    @Param('id') id: string,
    @Headers('Last-Event-ID') lastEventId: string | undefined,
    @Query('after') after: unknown,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading | undefined> {
    return this.readings.resume(id, eventNumber(id, lastEventId ?? after), caller);
  }

  /** The finished reading, or the text so far with `status: "running"`. */
  @Get(':id')
  document(@Param('id') id: string, @RequestCaller() caller: Caller): Promise<ReadingDocument> {
    return this.readings.documentSoFar(id, caller);
  }

  /** Stops the reading for this client only; other clients that share it continue. */
  @Delete(':id')
  @HttpCode(204)
  stop(@Param('id') id: string, @RequestCaller() caller: Caller): Promise<void> {
    return this.readings.stop(id, caller);
  }
}

const GONE: ReadonlySet<string> = new Set(['reading.unknown', 'reading.expired']);

const whenGone =
  <Result>(otherwise: () => Promise<Result>) =>
  (error: unknown): Promise<Result> => {
    if (error instanceof ReadingError && GONE.has(error.code)) return otherwise();
    throw error;
  };
