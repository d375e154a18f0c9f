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
