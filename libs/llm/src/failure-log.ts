import type { UpstreamName } from '@app/metrics';
import type { LoggerService } from '@nestjs/common';
import type { UpstreamError } from './upstream.error.js';

const DNS = /^(?:ENOTFOUND|EAI_)/;
const TLS = /CERT|SELF_SIGNED|ERR_SSL|ERR_TLS|UNABLE_TO_(?:VERIFY|GET_ISSUER)|EPROTO/;
/** Codes of Node, OpenSSL and undici; anything else might quote an address or a key. */
const ERROR_CODE = /^[A-Z][A-Z0-9_]{2,60}$/;

/** Logs why an upstream's requests fail: once per change of the cause, until a request succeeds. */
export class FailureLog {
  #logged = '';

  constructor(
    private readonly upstream: UpstreamName,
    private readonly logger: Pick<LoggerService, 'log' | 'warn'>,
  ) {}

  failed(error: UpstreamError): void {
    const cause = causeOf(error);
    if (cause === undefined || cause === this.#logged) return;
    this.#logged = cause;
    this.logger.warn(`Upstream requests fail (upstream=${this.upstream}, code=${error.code}, ${cause})`);
  }

  succeeded(): void {
    if (this.#logged === '') return;
    this.#logged = '';
    this.logger.log(`Upstream requests succeed again (upstream=${this.upstream})`);
  }
}

/** The cause to log. Undefined for failures that the breaker or the concurrency limit reports: 429, 5xx, deadlines. */
function causeOf({ code, cause }: UpstreamError): string | undefined {
  if (code === 'llm.unauthorized') return 'cause=key refused';
  if (code === 'llm.rejected') return 'cause=model or parameter refused';
  const name = errorCode(cause);
  if (name === undefined) return undefined;
  const kind = DNS.test(name) ? 'dns' : TLS.test(name) ? 'tls' : 'connection';
  return `cause=${kind}, error=${name}`;
}

/** The first error code in the chain of causes that is safe to log. */
function errorCode(error: unknown): string | undefined {
  const seen = new Set<unknown>();
  for (let at = error; at instanceof Error && !seen.has(at); at = at.cause) {
    seen.add(at);
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string' && ERROR_CODE.test(code)) return code;
  }
  return undefined;
}
