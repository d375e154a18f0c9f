import { CorpusRetriever } from './corpus/corpus.retriever.js';
import { DomainRetriever } from './domain/domain.retriever.js';
import { GraphRetriever } from './graph/graph.retriever.js';
import { PersonaRetriever } from './persona/persona.retriever.js';

/** The classes behind `RETRIEVERS`. A new retriever needs its own folder and one entry here. */
export const RETRIEVER_CLASSES = [GraphRetriever, CorpusRetriever, PersonaRetriever, DomainRetriever] as const;
