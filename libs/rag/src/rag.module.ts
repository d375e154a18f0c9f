import { join } from 'node:path';
import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingModule } from '@app/embedding';
import { KnowledgeBootstrap, KnowledgeStore, PrebuiltTables, reportKnowledgeStatus } from '@app/knowledge';
import { KnowledgeMetrics } from '@app/metrics';
import { Logger, Module } from '@nestjs/common';
import { ENTITY_LINKER, type EntityLinker } from './entity-linker.js';
import { GraphStore } from './graph/graph.store.js';
import { graphStoreOf } from './graph/graph-store-of.js';
import { NearestRecords } from './graph/nearest-records.js';
import { NEIGHBOUR_SOURCE } from './neighbour-source.js';
import { PersonaStore } from './persona/persona.store.js';
import { Retrieval } from './retrieval.js';
import { RETRIEVER_CLASSES } from './retriever-classes.js';
import { RETRIEVERS, type Retriever } from './retriever.js';
import { RemoteReranker } from './rerank/remote.reranker.js';
import { RERANKER, type Reranker, keepOrder } from './rerank/reranker.js';

const prebuilt = { provide: PrebuiltTables, useFactory: () => PrebuiltTables.find() };

const bootstrap = {
  provide: KnowledgeBootstrap,
  inject: [ragConfig.KEY, EMBEDDER, PrebuiltTables],
  useFactory: (config: RagConfig, embedder: Embedder, tables: PrebuiltTables) =>
    new KnowledgeBootstrap(config, embedder, tables),
};

const store = {
  provide: KnowledgeStore,
  inject: [ragConfig.KEY, EMBEDDER, KnowledgeBootstrap, PrebuiltTables, KnowledgeMetrics],
  useFactory: (
    config: RagConfig,
    embedder: Embedder,
    bootstrap: KnowledgeBootstrap,
    tables: PrebuiltTables,
    metrics: KnowledgeMetrics,
  ) =>
    new KnowledgeStore({
      uri: config.lancedbUri,
      prebuilt: tables,
      expected: async () => (embedder.dimensions > 0 ? bootstrap.stamp() : undefined),
      onChange: reportKnowledgeStatus(metrics, new Logger('Knowledge')),
    }),
};

const graphStore = {
  provide: GraphStore,
  inject: [ragConfig.KEY],
  useFactory: graphStoreOf,
};

const neighbourSource = {
  provide: NEIGHBOUR_SOURCE,
  inject: [KnowledgeStore],
  useFactory: (store: KnowledgeStore) => new NearestRecords(store),
};

const personaStore = {
  provide: PersonaStore,
  inject: [ragConfig.KEY],
  useFactory: ({ knowledgeDir }: RagConfig) => new PersonaStore(join(knowledgeDir, 'persona')),
};

const reranker = {
  provide: RERANKER,
  inject: [ragConfig.KEY],
  useFactory: ({ rerank }: RagConfig): Reranker =>
    rerank.url === undefined ? keepOrder : new RemoteReranker({ ...rerank, url: rerank.url }),
};

const retrievers = {
  provide: RETRIEVERS,
  inject: [...RETRIEVER_CLASSES],
  useFactory: (...retrievers: readonly Retriever[]) => retrievers,
};

/** Always uses the current graph. */
const linker = {
  provide: ENTITY_LINKER,
  inject: [GraphStore],
  useFactory: (store: GraphStore): EntityLinker => ({
    link: (text) => store.linker().link(text),
    named: (id) => store.linker().named(id),
  }),
};

const tables = [prebuilt, bootstrap, store, graphStore, personaStore, neighbourSource];
const lookups = [reranker, ...RETRIEVER_CLASSES, retrievers, linker, Retrieval];

/** The knowledge tables, the retrievers that search them, and the retrieval stage. */
@Module({
  imports: [EmbeddingModule],
  providers: [...tables, ...lookups],
  exports: [
    KnowledgeBootstrap,
    KnowledgeStore,
    GraphStore,
    PersonaStore,
    RERANKER,
    RETRIEVERS,
    Retrieval,
    ENTITY_LINKER,
    EmbeddingModule,
  ],
})
export class RagModule {}
