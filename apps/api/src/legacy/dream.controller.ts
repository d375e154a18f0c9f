import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { type Caller, type LiveReading, ReadingService } from '@app/readings';
import { RequestCaller } from '../readings/request-caller.js';
import { type HeaderOptions, RequestOptions } from '../readings/request-options.js';
import { SseInterceptor } from '../readings/sse.interceptor.js';
import { chatFormat, contentAndToken } from './chat-frames.js';
import { dreamChatInputOf } from './chat-requests.js';
import { dreamInputOf } from './dream-request.js';
import { plainEventFrames } from './event-frames.js';
import { type LegacyRoute, legacyBody } from './legacy-body.js';

const interpretation: LegacyRoute = {
  kind: 'dream',
  sections: ['summary', 'symbols', 'recommendations'],
  format: plainEventFrames,
  adapter: legacyBody(dreamInputOf),
  streamOnly: true,
  isLenient: true,
};

const chat: LegacyRoute = {
  kind: 'dream-chat',
  sections: ['chat'],
  format: chatFormat('dream-chat', contentAndToken),
  adapter: legacyBody(dreamChatInputOf),
  streamOnly: true,
  isLenient: true,
};

/** Routes of the older dream front end. */
@Controller('api/dream')
@UseInterceptors(SseInterceptor)
export class DreamController {
  constructor(private readonly readings: ReadingService) {}

  @Post('interpret-stream')
  @HttpCode(200)
  interpret(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading> {
    return this.readings.start({ ...interpretation, ...options, body }, caller);
  }

  @Post('chat-stream')
  @HttpCode(200)
  chat(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading> {
    return this.readings.start({ ...chat, ...options, body }, caller);
  }
}
