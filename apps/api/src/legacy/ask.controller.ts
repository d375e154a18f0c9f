import { Body, Controller, HttpCode, Post, Res, UseInterceptors } from '@nestjs/common';
import { type Caller, type Focus, type LiveReading, type ReadingRequest, ReadingService } from '@app/readings';
import type { Response } from 'express';
import { RequestCaller } from '../readings/request-caller.js';
import { type HeaderOptions, RequestOptions } from '../readings/request-options.js';
import { SseInterceptor } from '../readings/sse.interceptor.js';
import { askRequestOf, askUserText } from './ask-request.js';
import { CounsellorSessions } from './counsellor-sessions.js';
import { finishedAnswer } from './finished-answer.js';
import { rawFormat } from './raw-frames.js';
import { realtimeFormat } from './realtime-frames.js';

const RAW = { format: rawFormat, streamOnly: true };
const REALTIME = { format: realtimeFormat, streamOnly: true };

/** Question routes of the older counsellor front ends. */
@Controller()
@UseInterceptors(SseInterceptor)
export class AskController {
  constructor(
    private readonly readings: ReadingService,
    private readonly sessions: CounsellorSessions,
  ) {}

  @Post('ask-stream')
  @HttpCode(200)
  stream(@Body() body: unknown, @RequestOptions() options: HeaderOptions, @RequestCaller() caller: Caller) {
    return this.#start({ ...RAW, ...options, body }, 'both', caller);
  }

  @Post('saju/ask-stream')
  @HttpCode(200)
  streamSaju(@Body() body: unknown, @RequestOptions() options: HeaderOptions, @RequestCaller() caller: Caller) {
    return this.#start({ ...RAW, ...options, body }, 'saju', caller);
  }

  @Post('astrology/ask-stream')
  @HttpCode(200)
  streamAstrology(@Body() body: unknown, @RequestOptions() options: HeaderOptions, @RequestCaller() caller: Caller) {
    return this.#start({ ...RAW, ...options, body }, 'astrology', caller);
  }

  @Post('api/counselor/realtime')
  @HttpCode(200)
  realtime(@Body() body: unknown, @RequestOptions() options: HeaderOptions, @RequestCaller() caller: Caller) {
    return this.#start({ ...REALTIME, ...options, body }, 'both', caller);
  }

  @Post('ask')
  @HttpCode(200)
  async ask(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object | undefined> {
    const reading = await this.#start({ ...options, body }, 'both', caller);
    const answer = await finishedAnswer(reading, response);
    if (!answer) return undefined;
    const { model, ms, timings } = answer;
    return {
      status: 'success',
      data: { fusion_layer: answer.text('answer'), model, performance: { total_ms: ms, timings } },
    };
  }

  #start(request: Omit<ReadingRequest, 'kind'>, focus: Focus, caller: Caller): Promise<LiveReading> {
    const adapter = {
      userText: askUserText,
      toInput: (cleaned: unknown) => this.sessions.toInput(askRequestOf(cleaned, focus), caller.tenant),
    };
    return this.readings.start({ ...request, kind: 'ask', sections: ['answer'], adapter, isLenient: true }, caller);
  }
}
