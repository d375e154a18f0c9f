import { Module } from '@nestjs/common';
import { EmbeddingModule } from '@app/embedding';
import { LlmModule } from '@app/llm';
import { RagModule } from '@app/rag';
import { StreamingModule } from '@app/streaming';
import { dreamChatReading } from './chat/dream-chat.reading.js';
import { tarotChatReading } from './chat/tarot-chat.reading.js';
import { dreamReading } from './dream/dream.reading.js';
import { ichingReading } from './iching/iching.reading.js';
import { Interpreter } from './interpreter.js';
import { PromptWarmup } from './prompt/prompt-warmup.js';
import type { ReadingDefinition } from './reading-definition.js';
import { READING_DEFINITIONS, ReadingRegistry } from './reading-registry.js';
import { tarotReading } from './tarot/tarot.reading.js';

@Module({
  imports: [EmbeddingModule, LlmModule, RagModule, StreamingModule],
  providers: [
    Interpreter,
    PromptWarmup,
    {
      provide: READING_DEFINITIONS,
      useValue: [dreamReading, tarotReading, ichingReading, dreamChatReading, tarotChatReading],
    },
    {
      provide: ReadingRegistry,
      useFactory: (definitions: readonly ReadingDefinition[]) => new ReadingRegistry(definitions),
      inject: [READING_DEFINITIONS],
    },
  ],
  exports: [Interpreter, ReadingRegistry, StreamingModule],
})
export class ReadingsModule {}
