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
import { type Caller, type LiveReading, ReadingRegistry, ReadingService } from '@app/readings';
import { describeKinds } from './describe-kinds.js';
import { eventNumber } from './event-number.js';
import { RequestCaller } from './request-caller.js';
import { type HeaderOptions, RequestOptions, streamQuery } from './request-options.js';
import { SseInterceptor } from './sse.interceptor.js';

@Controller('v1/readings')
@UseInterceptors(SseInterceptor)
export class ReadingsController {
  constructor(
    private readonly readings: ReadingService,
    private readonly registry: ReadingRegistry,
  ) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  kinds(): unknown {
    return describeKinds(this.registry);
  }

  @Post(':kind')
  @HttpCode(200)
  read(
    @Param('kind') kind: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading> {
    return this.readings.start({ kind, body, ...options, ...streamQuery.parse(query) }, caller);
  }

  /** Continues exactly after the event that the client names. */
  @Get(':id/events')
  resume(
    @Param('id') id: string,
    @Headers('Last-Event-ID') lastEventId: string | undefined,
    @Query('after') after: unknown,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading | undefined> {
    return this.readings.resume(id, eventNumber(id, lastEventId ?? after), caller);
  }

  /** Stops a reading for everyone who follows it. */
  @Delete(':id')
  @HttpCode(204)
  stop(@Param('id') id: string, @RequestCaller() caller: Caller): Promise<void> {
    return this.readings.stop(id, caller);
  }
}
