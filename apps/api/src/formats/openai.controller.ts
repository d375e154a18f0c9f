import { Body, Controller, Get, HttpCode, Param, Post, UseFilters, UseInterceptors } from '@nestjs/common';
import { type Caller, ReadingError, ReadingRegistry, ReadingService } from '@app/readings';
import { RequestCaller } from '../readings/request-caller.js';
import { type HeaderOptions, RequestOptions } from '../readings/request-options.js';
import { SseInterceptor } from '../readings/sse.interceptor.js';
import { Answer, SSE } from '../readings/wire-format.js';
import { conversationAdapter, kindOf } from './conversation.js';
import { completionFrames, toCompletion } from './openai-completion.js';
import { OpenAiErrorFilter } from './openai-error.filter.js';
import { openAiConversation, openAiOptions } from './openai-request.js';

const CREATED = Math.floor(Date.now() / 1_000);

/** Serves readings to clients of OpenAI's API; the kinds are the models. */
@Controller('v1')
@UseFilters(OpenAiErrorFilter)
@UseInterceptors(SseInterceptor)
export class OpenAiController {
  constructor(
    private readonly readings: ReadingService,
    private readonly registry: ReadingRegistry,
  ) {}

  @Get('models')
  models(): object {
    return { object: 'list', data: this.registry.all().map(({ kind }) => modelOf(kind)) };
  }

  @Get('models/:id')
  model(@Param('id') id: string): object {
    if (!this.registry.get(id)) throw new ReadingError('reading.unknown_kind');
    return modelOf(id);
  }

  /** Messages after the first answer continue the conversation; see `kindOf`. */
  @Post('chat/completions')
  @HttpCode(200)
  async complete(
    @Body() body: unknown,
    @RequestOptions() options: HeaderOptions,
    @RequestCaller() caller: Caller,
  ): Promise<Answer> {
    const { model, stream, stream_options: streamOptions } = openAiOptions(body);
    const kind = kindOf(model, openAiConversation(body).turns);
    const adapter = conversationAdapter(this.registry.get(kind), openAiConversation);
    if (!stream) {
      const reading = await this.readings.start({ kind, body, adapter, ...options }, caller);
      return new Answer(reading, 'document', (document) => toCompletion(document, model));
    }
    const format = completionFrames(model, streamOptions?.include_usage ?? false);
    return new Answer(await this.readings.start({ kind, body, adapter, format, ...options }, caller), SSE);
  }
}

const modelOf = (id: string): object => ({ id, object: 'model', created: CREATED, owned_by: 'saju-astro-chat' });
