import { type DynamicModule, Module } from '@nestjs/common';
import { CacheModule } from '@app/cache';
import { type Environment, SettingsModule } from '@app/config';
import { MetricsModule } from '@app/metrics';
import { EmbeddingModule } from '@app/embedding';
import { Lifecycle, LivenessController, MetricsController } from '@app/http';
import { LlmModule } from '@app/llm';
import { RagModule } from '@app/rag';
import { ReadingsModule } from '@app/readings';
import { SafetyModule } from '@app/safety';
import { TerminusModule } from '@nestjs/terminus';
import { AccessModule } from './auth/access.module.js';
import { McpController } from './formats/mcp.controller.js';
import { McpTools } from './formats/mcp-tools.js';
import { OpenAiController } from './formats/openai.controller.js';
import { UiMessagesController } from './formats/ui-messages.controller.js';
import { LEGACY_CONTROLLERS, LEGACY_PROVIDERS } from './legacy/index.js';
import { ChartsController } from './charts/charts.controller.js';
import { CacheController } from './stats/cache.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { DocumentsController } from './docs/documents.controller.js';
import { SchemasController } from './docs/schemas.controller.js';
import { StatsController } from './stats/stats.controller.js';
import { PageController } from './web/page.controller.js';
import { EventMirrorModule } from './readings/event-mirror.module.js';
import { ReadingsController } from './readings/readings.controller.js';
import { StreamSlots } from './readings/stream-slots.js';
import { PassageSearch } from './retrieval/passage-search.js';
import { PassagesController } from './retrieval/passages.controller.js';
import { RetrieveController } from './retrieval/retrieve.controller.js';
import { RowSearch } from './retrieval/row-search.js';
import { SearchController } from './retrieval/search.controller.js';
import { TelemetryModule } from './telemetry/telemetry.module.js';

@Module({})
export class AppModule {
  /** @param environment defaults to the environment variables of the process; tests pass their own */
  static forRoot(environment?: Environment): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TerminusModule.forRoot({ logger: false }),
        SettingsModule.forRoot(environment),
        MetricsModule.of(),
        AccessModule,
        CacheModule,
        EmbeddingModule,
        EventMirrorModule,
        LlmModule,
        RagModule,
        ReadingsModule,
        SafetyModule,
        TelemetryModule,
      ],
      controllers: [
        ReadingsController,
        ...LEGACY_CONTROLLERS,
        RetrieveController,
        SearchController,
        PassagesController,
        OpenAiController,
        UiMessagesController,
        McpController,
        ChartsController,
        CacheController,
        HealthController,
        LivenessController,
        MetricsController,
        StatsController,
        PageController,
        DocumentsController,
        SchemasController,
      ],
      providers: [Lifecycle, StreamSlots, Readiness, PassageSearch, RowSearch, McpTools, ...LEGACY_PROVIDERS],
    };
  }
}
