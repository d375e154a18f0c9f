export { DomainRetriever } from './domain/domain.retriever.js';
export {
  ENTITY_LINKER,
  type EntityLinker,
  InjectEntityLinker,
  type LinkedEntity,
  type NamedEntity,
  type Span,
} from './entity-linker.js';
export { evaluate, type EvaluationResult } from './evaluation/evaluate.js';
export { GraphStore } from './graph/graph.store.js';
export { readLinker } from './graph/graph-store-of.js';
export { PersonaStore } from './persona/persona.store.js';
export { queryVector, type QueryVector } from './query-vector.js';
export { RagModule } from './rag.module.js';
export type { PassagesByRetriever } from './earlier-passages.js';
export { Retrieval } from './retrieval.js';
export type { RetrievalOutcome } from './retrieve-concurrently.js';
export { RetrieverError } from './retriever.error.js';
export {
  type EntityReference,
  type Passage,
  type RetrievalQuery,
  type Retriever,
  type RetrieverKind,
  RETRIEVERS,
} from './retriever.js';
export { keepOrder, RERANKER, type Reranker } from './rerank/reranker.js';
export { type RankedRow, searchRows } from './search/search-rows.js';
