import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { type Caller, type Focus, type LiveReading, ReadingService } from '@app/readings';
import { RequestCaller } from '../readings/request-caller.js';
import { type HeaderOptions, RequestOptions } from '../readings/request-options.js';
import { SseInterceptor } from '../readings/sse.interceptor.js';
import { askRequestOf } from './ask-request.js';
import { CounsellorSessions } from './counsellor-sessions.js';
import { extractUserText } from './extract-user-text.js';
import { rawFormat } from './raw-frames.js';

/** Questions of the older counsellor front ends, answered as raw text. */
@Controller()
@UseInterceptors(SseInterceptor)
export class AskController {
  constructor(
    private readonly readings: ReadingService,
    private readonly sessions: CounsellorSessions,
  ) {}

  @Post('ask-stream')
  @HttpCode(200)
  ask(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading> {
    return this.#answer(body, 'both', options, caller);
  }

  @Post('saju/ask-stream')
  @HttpCode(200)
  askSaju(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading> {
    return this.#answer(body, 'saju', options, caller);
  }

  @Post('astrology/ask-stream')
  @HttpCode(200)
  askAstrology(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<LiveReading> {
    return this.#answer(body, 'astrology', options, caller);
  }

  #answer(body: unknown, focus: Focus, options: HeaderOptions, caller: Caller): Promise<LiveReading> {
    const adapter = {
      userText: extractUserText,
      toInput: (cleaned: unknown) => this.sessions.toInput(askRequestOf(cleaned, focus), caller.tenant),
    };
    const route = { kind: 'ask', sections: ['answer'], format: rawFormat, streamOnly: true, adapter };
    return this.readings.start({ ...route, ...options, body }, caller);
  }
}
