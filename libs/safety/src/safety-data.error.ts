import { ConfigurationError } from '@app/config';

/** A safety file is missing or malformed; the server does not start without it. */
export class SafetyDataError extends ConfigurationError {
  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be read';
    super([`KNOWLEDGE_DIR: ${file} cannot be used: ${reason}`]);
  }
}
