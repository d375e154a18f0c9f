import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { type Caller, type LiveReading, ReadingService } from '@app/readings';
import { RequestCaller } from '../readings/request-caller.js';
import { type HeaderOptions, RequestOptions } from '../readings/request-options.js';
import { SseInterceptor } from '../readings/sse.interceptor.js';
import { ichingInputOf } from './iching-request.js';
import { plainEventFrames } from './event-frames.js';
import { type LegacyRoute, legacyBody } from './legacy-body.js';

const reading: LegacyRoute = {
  kind: 'iching',
  sections: ['overview', 'changing', 'advice'],
  format: plainEventFrames,
  adapter: legacyBody(ichingInputOf),
  streamOnly: true,
  isLenient: true,
};

/** Route of the older I Ching front end. */
@Controller('iching')
@UseInterceptors(SseInterceptor)
export class IchingController {
  constructor(private readonly readings: ReadingService) {}

  @Post('reading-stream')
  @HttpCode(200)
  read(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading> {
    return this.readings.start({ ...reading, ...options, body }, caller);
  }
}
