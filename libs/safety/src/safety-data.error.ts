/** The list of crisis phrases or of help lines is missing or malformed; the server does not start without them. */
export class SafetyDataError extends Error {
  readonly code = 'safety.data';

  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be read';
    super(`${file} cannot be used; it belongs to the knowledge pack (KNOWLEDGE_DIR): ${reason}`, { cause });
  }
}
