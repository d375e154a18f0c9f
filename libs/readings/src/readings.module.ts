import { Module } from '@nestjs/common';
import { EmbeddingModule } from '@app/embedding';
import { LlmModule } from '@app/llm';
import { RagModule } from '@app/rag';
import { StreamingModule } from '@app/streaming';
import { askReading } from './ask/ask.reading.js';
import { PrefetchReading } from './ask/prefetch-reading.js';
import { dreamChatReading } from './chat/dream-chat.reading.js';
import { tarotChatReading } from './chat/tarot-chat.reading.js';
import { destinyReading } from './destiny/destiny.reading.js';
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
    PrefetchReading,
    {
      provide: READING_DEFINITIONS,
      useValue: [
        dreamReading,
        tarotReading,
        ichingReading,
        destinyReading,
        dreamChatReading,
        tarotChatReading,
        askReading,
      ],
    },
    {
      provide: ReadingRegistry,
      useFactory: (definitions: readonly ReadingDefinition[]) => new ReadingRegistry(definitions),
      inject: [READING_DEFINITIONS],
    },
  ],
  exports: [Interpreter, PrefetchReading, ReadingRegistry, StreamingModule],
})
export class ReadingsModule {}
