/** A rejected file. The message is a predicate for the operator (`is binary, not text`) without file content. */
export class DocumentRefusedError extends Error {
  readonly code = 'document.refused';
}
