import { Module } from '@nestjs/common';
import { LLM_CLIENT } from './llm-client.js';
import { OfflineComposer } from './offline/offline-composer.js';

/** Who writes the sections. */
@Module({ providers: [{ provide: LLM_CLIENT, useClass: OfflineComposer }], exports: [LLM_CLIENT] })
export class LlmModule {}
