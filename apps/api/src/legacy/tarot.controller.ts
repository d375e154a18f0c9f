import { Body, Controller, HttpCode, Post, Res, UseInterceptors } from '@nestjs/common';
import { type Caller, type LiveReading, ReadingService } from '@app/readings';
import type { Response } from 'express';
import { RequestCaller } from '../readings/request-caller.js';
import { type HeaderOptions, RequestOptions } from '../readings/request-options.js';
import { SseInterceptor } from '../readings/sse.interceptor.js';
import { chatFormat, contentOnly } from './chat-frames.js';
import { tarotChatInputOf } from './chat-requests.js';
import { finishedAnswer } from './finished-answer.js';
import { type LegacyRoute, legacyBody } from './legacy-body.js';
import { tarotInterpretation } from './tarot-interpretation.js';
import { tarotInputOf } from './tarot-request.js';

const chat: LegacyRoute = {
  kind: 'tarot-chat',
  sections: ['chat'],
  format: chatFormat('tarot-chat', contentOnly),
  adapter: legacyBody(tarotChatInputOf),
  streamOnly: true,
  isLenient: true,
};

const interpretation = {
  kind: 'tarot',
  sections: ['overall', 'cards', 'guidance'],
  adapter: legacyBody(tarotInputOf),
  isLenient: true,
};

/** Routes of the older tarot front end. */
@Controller('api/tarot')
@UseInterceptors(SseInterceptor)
export class TarotController {
  constructor(private readonly readings: ReadingService) {}

  @Post('chat-stream')
  @HttpCode(200)
  streamChat(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading> {
    return this.readings.start({ ...chat, ...options, body }, caller);
  }

  @Post('chat')
  @HttpCode(200)
  async chat(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object | undefined> {
    const { kind, sections, adapter, isLenient } = chat;
    const reading = await this.readings.start({ kind, sections, adapter, isLenient, ...options, body }, caller);
    const answer = await finishedAnswer(reading, response);
    return answer && { reply: answer.text('chat'), followup_questions: answer.followups };
  }

  @Post('interpret')
  @HttpCode(200)
  async interpret(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object | undefined> {
    const reading = await this.readings.start({ ...interpretation, ...options, body }, caller);
    const answer = await finishedAnswer(reading, response);
    return answer && tarotInterpretation(answer);
  }

  /** Does nothing: older front ends announce a reading, but retrieval is fast enough without preparation. */
  @Post('prefetch')
  @HttpCode(204)
  prefetch(): void {}
}
