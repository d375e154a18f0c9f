import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { type Caller, type LiveReading, ReadingService } from '@app/readings';
import { RequestCaller } from '../readings/request-caller.js';
import { type HeaderOptions, RequestOptions } from '../readings/request-options.js';
import { SseInterceptor } from '../readings/sse.interceptor.js';
import { chatFormat, contentOnly } from './chat-frames.js';
import { tarotChatInputOf } from './chat-requests.js';
import { type LegacyRoute, legacyBody } from './legacy-body.js';

const chat: LegacyRoute = {
  kind: 'tarot-chat',
  sections: ['chat'],
  format: chatFormat('tarot-chat', contentOnly),
  adapter: legacyBody(tarotChatInputOf),
};

/** Route of the older tarot front end. */
@Controller('api/tarot')
@UseInterceptors(SseInterceptor)
export class TarotController {
  constructor(private readonly readings: ReadingService) {}

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
