import { ConfigurationError } from '@app/config';

/** The list of crisis phrases or of help lines is missing or malformed; the server does not start without them. */
export class SafetyDataError extends ConfigurationError {
  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be read';
    super([`KNOWLEDGE_DIR: ${file} cannot be used: ${reason}`]);
  }
}
