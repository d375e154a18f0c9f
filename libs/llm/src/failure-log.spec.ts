import { describe, expect, it } from '@jest/globals';
import { FailureLog } from './failure-log.js';
import { rejectedLocally, unreachable } from './refusal.js';
import { UpstreamError } from './upstream.error.js';

function opened() {
  const lines: string[] = [];
  const logger = { log: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) };
  return { log: new FailureLog('primary', logger), lines };
}
const errno = (code: string) => Object.assign(new Error(`${code} at https://user:secret@host`), { code });
const wrapped = (code: string) => new Error('fetch failed', { cause: errno(code) });

describe('FailureLog', () => {
  it.each([
    [unreachable(errno('ECONNREFUSED')), 'cause=connection, error=ECONNREFUSED'],
    [unreachable(wrapped('ENOTFOUND')), 'cause=dns, error=ENOTFOUND'],
    [unreachable(wrapped('DEPTH_ZERO_SELF_SIGNED_CERT')), 'cause=tls, error=DEPTH_ZERO_SELF_SIGNED_CERT'],
    [unreachable(errno('CERT_HAS_EXPIRED')), 'cause=tls, error=CERT_HAS_EXPIRED'],
    [new UpstreamError('llm.unauthorized', 'no'), 'cause=key refused'],
    [new UpstreamError('llm.rejected', 'no'), 'cause=model or parameter refused'],
  ])('names the cause of %s, without the message', (error, cause) => {
    const { log, lines } = opened();
    log.failed(error);
    expect(lines).toEqual([`Upstream requests fail (upstream=primary, code=${error.code}, ${cause})`]);
  });

  it('logs once for each change of state', () => {
    const { log, lines } = opened();
    for (let at = 0; at < 100; at++) log.failed(unreachable(errno('ECONNREFUSED')));
    log.succeeded();
    log.succeeded();
    log.failed(unreachable(errno('ECONNREFUSED')));
    expect(lines).toHaveLength(3);
  });

  it('logs neither what the breaker and the limit report nor invalid codes', () => {
    const { log, lines } = opened();
    log.failed(rejectedLocally('llm.unavailable', 1));
    log.failed(new UpstreamError('llm.timeout', 'late'));
    log.failed(unreachable(errno('secret key')));
    expect(lines).toEqual([]);
  });
});
