export { ENTITY_LINKER, type EntityLinker, InjectEntityLinker, type LinkedEntity } from './entity-linker.js';
export {
  retrieveConcurrently,
  type RetrievalOptions,
  type RetrievalOutcome,
  type RetrievalStatus,
} from './retrieve-concurrently.js';
export { queryVector } from './query-vector.js';
export {
  type EntityReference,
  InjectRetrievers,
  type Locale,
  type Passage,
  type PassageOrigin,
  RETRIEVERS,
  RETRIEVER_KINDS,
  type RetrievalQuery,
  type Retriever,
  type RetrieverKind,
  type RetrieverRegistry,
} from './retriever.js';
export { RetrieverError, type RetrieverErrorCode } from './retriever.error.js';
export { ANALYZER_VERSION, analyze, tokenColumn } from './analysis/analyze.js';
export { koreanBaseForms, stripParticles } from './analysis/korean-particles.js';
export { stemEnglish } from './analysis/stem-english.js';
export { finishRows } from './ingestion/finish-rows.js';
export type { IngestionProgress } from './ingestion/ingestion-progress.js';
export {
  type BootstrapOutcome,
  type BuildOptions,
  KnowledgeBootstrap,
  type RebuildResult,
} from './ingestion/knowledge-bootstrap.js';
export type { RowDraft } from './ingestion/row-draft.js';
export { type WriteDraftsOptions, writeDrafts } from './ingestion/write-drafts.js';
export {
  KnowledgeError,
  type KnowledgeProblem,
  type KnowledgeProblemCode,
  REBUILD_COMMAND,
} from './store/knowledge-problem.js';
export { KNOWLEDGE_TABLES, type KnowledgeRow, type KnowledgeTable, PACK_COLLECTION } from './store/knowledge-row.js';
export { KnowledgeSnapshot, type RecordTexts } from './store/knowledge-snapshot.js';
export type { KnowledgeStamp } from './store/knowledge-stamp.js';
export { KnowledgeStore, type KnowledgeStatus, type KnowledgeStoreOptions } from './store/knowledge.store.js';
export { KnowledgeWriter, type WriterOptions } from './store/knowledge.writer.js';
export { openKnowledge } from './store/open-knowledge.js';
export { KnowledgeBusyError, WriterLock, stateDir } from './writer-lock.js';
export { CollectionNameError, collectionName } from './documents/collection-name.js';
export { DocumentIngestion, UnknownDocumentError } from './documents/document-ingestion.js';
export { MissingPathError, type RefusedFile } from './documents/find-files.js';
export type {
  DocumentProgress,
  IngestionOptions,
  IngestionRequest,
  IngestionSummary,
} from './documents/ingestion-request.js';
export { type ListedDocument, listDocuments } from './documents/list-documents.js';
export { type GraphImportSummary, importGraph } from './documents/graph-import/graph-import.js';
export { type RowQuery, searchRows } from './documents/search-rows.js';
export { printable } from './documents/printable.js';
export { RagModule } from './rag.module.js';
export { CorpusRetriever, type CorpusRetrieverOptions } from './corpus/corpus.retriever.js';
export { DomainRetriever } from './domain/domain.retriever.js';
export type { FusedHit } from './fusion/fused-hit.js';
export { InjectReranker, RERANKER, type Reranker, keepOrder } from './search/reranker.js';
export { EVALUATION_MODES, type EvaluateOptions, type EvaluationMode } from './evaluation/evaluate-options.js';
export { type EvaluationResult, type EvaluationScores, evaluate } from './evaluation/evaluate.js';
export { EvaluationSetError } from './evaluation/evaluation-set.js';
export type { RunLine } from './evaluation/evaluated-search.js';
export { FolderGraphSource, OwnGraphsSource, ownGraphsFolder } from './graph/graph-source.js';
export { type GraphStatus, GraphStore } from './graph/graph.store.js';
export { assembleGraph } from './graph/assemble-graph.js';
export { EDGES_FILE, NODES_FILE } from './graph/graph-source.js';
export { type GraphEdge, type GraphNode, RELATIONS } from './graph/graph-record.js';
export { GraphRetriever } from './graph/graph.retriever.js';
export { GraphFileError, parseEdges, parseNodes } from './graph/parse-graph-lines.js';
export type { FollowedStatus } from './followed.js';
export {
  InjectNeighbourSource,
  NEIGHBOUR_SOURCE,
  type Neighbour,
  type NeighbourSource,
  noNeighbours,
} from './neighbour-source.js';
export type { Persona } from './persona/persona-record.js';
export { PersonaRetriever } from './persona/persona.retriever.js';
export { PersonaStore } from './persona/persona.store.js';
