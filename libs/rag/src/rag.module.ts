import { join } from 'node:path';
import { type RagConfig, ragConfig } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingModule } from '@app/embedding';
import { KnowledgeMetrics } from '@app/metrics';
import { Logger, Module } from '@nestjs/common';
import { CorpusRetriever } from './corpus/corpus.retriever.js';
import { DomainRetriever } from './domain/domain.retriever.js';
import { ENTITY_LINKER, type EntityLinker } from './entity-linker.js';
import { GraphEntityLinker } from './graph/graph-entity-linker.js';
import { FolderGraphSource, OwnGraphsSource, ownGraphsFolder } from '@app/knowledge';
import { GraphRetriever } from './graph/graph.retriever.js';
import { GraphStore } from './graph/graph.store.js';
import { NearestRecords } from './graph/nearest-records.js';
import { KnowledgeBootstrap } from '@app/knowledge';
import { NEIGHBOUR_SOURCE, type NeighbourSource } from './neighbour-source.js';
import { PersonaRetriever } from './persona/persona.retriever.js';
import { PersonaStore } from './persona/persona.store.js';
import { RETRIEVERS, type RetrieverRegistry } from './retriever.js';
import { RERANKER, type Reranker, keepOrder } from './search/reranker.js';
import { followKnowledge } from '@app/knowledge';
import { KnowledgeStore } from '@app/knowledge';

const bootstrap = {
  provide: KnowledgeBootstrap,
  inject: [ragConfig.KEY, EMBEDDER],
  useFactory: (config: RagConfig, embedder: Embedder) => new KnowledgeBootstrap(config, embedder),
};

const store = {
  provide: KnowledgeStore,
  inject: [ragConfig.KEY, KnowledgeBootstrap, KnowledgeMetrics],
  useFactory: (config: RagConfig, bootstrap: KnowledgeBootstrap, metrics: KnowledgeMetrics) =>
    new KnowledgeStore({
      uri: config.lancedbUri,
      expected: () => bootstrap.stamp(),
      onChange: followKnowledge(metrics, new Logger('Knowledge')),
    }),
};

const domain = {
  provide: DomainRetriever,
  inject: [KnowledgeStore, RERANKER],
  useFactory: (store: KnowledgeStore, reranker: Reranker) => new DomainRetriever(store, reranker),
};

const corpus = {
  provide: CorpusRetriever,
  inject: [KnowledgeStore, RERANKER],
  useFactory: (store: KnowledgeStore, reranker: Reranker) => new CorpusRetriever(store, { reranker }),
};

const graphStore = {
  provide: GraphStore,
  inject: [ragConfig.KEY],
  useFactory: ({ knowledgeDir, dataDir }: RagConfig) =>
    new GraphStore([new FolderGraphSource(join(knowledgeDir, 'graph')), new OwnGraphsSource(ownGraphsFolder(dataDir))]),
};

const neighbourSource = {
  provide: NEIGHBOUR_SOURCE,
  inject: [KnowledgeStore],
  useFactory: (store: KnowledgeStore) => new NearestRecords(store),
};

const graph = {
  provide: GraphRetriever,
  inject: [GraphStore, NEIGHBOUR_SOURCE],
  useFactory: (store: GraphStore, source: NeighbourSource) => new GraphRetriever(store, source),
};

const personaStore = {
  provide: PersonaStore,
  inject: [ragConfig.KEY],
  useFactory: ({ knowledgeDir }: RagConfig) => new PersonaStore(join(knowledgeDir, 'persona')),
};

const persona = {
  provide: PersonaRetriever,
  inject: [PersonaStore, ENTITY_LINKER, NEIGHBOUR_SOURCE],
  useFactory: (store: PersonaStore, linker: EntityLinker, source: NeighbourSource) =>
    new PersonaRetriever(store, linker, source),
};

/** Every retriever under its kind; a test puts another in place by overriding the class it replaces. */
const retrievers = {
  provide: RETRIEVERS,
  inject: [GraphRetriever, CorpusRetriever, PersonaRetriever, DomainRetriever],
  useFactory: (
    graph: GraphRetriever,
    corpus: CorpusRetriever,
    persona: PersonaRetriever,
    domain: DomainRetriever,
  ): RetrieverRegistry => ({ graph, corpus, persona, domain }),
};

const linker = {
  provide: ENTITY_LINKER,
  inject: [GraphStore],
  useFactory: (store: GraphStore) => new GraphEntityLinker(store),
};

const tables = [bootstrap, store, graphStore, personaStore, neighbourSource];
const lookups = [{ provide: RERANKER, useValue: keepOrder }, graph, corpus, persona, domain, retrievers, linker];

/** The knowledge tables and the four retrievers that look things up in them. */
@Module({
  imports: [EmbeddingModule],
  providers: [...tables, ...lookups],
  exports: [KnowledgeBootstrap, KnowledgeStore, GraphStore, PersonaStore, RETRIEVERS, ENTITY_LINKER, EmbeddingModule],
})
export class RagModule {}
