import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectLlmClient, type LlmClient } from '@app/llm';
import { loadTokenizer } from './count-tokens.js';

/** Loads the tokenizer before the server listens when a model will be asked; offline it is never loaded. */
@Injectable()
export class PromptWarmup implements OnModuleInit {
  constructor(@InjectLlmClient() private readonly llm: LlmClient) {}

  onModuleInit(): void {
    if (this.llm.engine === 'openai') loadTokenizer();
  }
}
