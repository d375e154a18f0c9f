/**
 * Knowledge files or tables are not loaded. The message is for operators: it contains the reason and never user input.
 */
export class KnowledgeUnavailableError extends Error {
  readonly code = 'knowledge.unavailable';
}
