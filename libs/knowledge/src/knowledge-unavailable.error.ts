/** Knowledge files or tables are not loaded. The message is for operators: it names the reason, never a user's words. */
export class KnowledgeUnavailableError extends Error {
  readonly code = 'knowledge.unavailable';
}
