import { ConfigurationError } from '@app/config';

/** In production a server without keys is a mistake more often than a wish. */
export class OpenAccessError extends ConfigurationError {
  constructor() {
    super(['API_KEYS_FILE: in production it must be set, or AUTH=off to let everybody in']);
  }
}
