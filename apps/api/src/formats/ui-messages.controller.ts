import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { type Caller, ReadingRegistry, ReadingService } from '@app/readings';
import { RequestCaller } from '../readings/request-caller.js';
import { type HeaderOptions, RequestOptions } from '../readings/request-options.js';
import { SseInterceptor } from '../readings/sse.interceptor.js';
import { Answer, SSE } from '../readings/wire-format.js';
import { conversationAdapter, kindOf } from './conversation.js';
import { uiConversation } from './ui-messages-request.js';
import { UI_MESSAGE_HEADERS, uiMessageFrames } from './ui-messages.js';

const UI_MESSAGE_STREAM = { ...SSE, headers: { ...SSE.headers, ...UI_MESSAGE_HEADERS } };

/** Serves readings to `useChat` of the Vercel AI SDK. */
@Controller('v1/ui-messages')
@UseInterceptors(SseInterceptor)
export class UiMessagesController {
  constructor(
    private readonly readings: ReadingService,
    private readonly registry: ReadingRegistry,
  ) {}

  @Post(':kind')
  @HttpCode(200)
  async read(
    @Param('kind') requested: string,
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<Answer> {
    const kind = kindOf(requested, uiConversation(body).turns);
    const adapter = conversationAdapter(this.registry.get(kind), uiConversation);
    const reading = await this.readings.start({ kind, body, adapter, format: uiMessageFrames, ...options }, caller);
    return new Answer(reading, UI_MESSAGE_STREAM);
  }
}
