/** In production a server without keys is a mistake more often than a wish. */
export class OpenAccessError extends Error {
  readonly code = 'access.open';

  constructor() {
    super(
      'Set API_KEYS_FILE, or AUTH=off to let everybody in: in production the server does not start without either.',
    );
  }
}
