import type { Logger } from 'pino';
import type { RequestObserver } from './observe-requests.js';

/** Routes of probes and scrapes: too frequent for the log, and covered by metrics. */
const QUIET = /^\/(?:metrics|health|livez|readyz|ready)/;

/**
 * Logs one line per request when its response has ended: ids, route, outcome and the duration of each stage. Omits
 * query string and headers, and the body unless `logContent` is set.
 */
export function logRequests(logger: Logger, { logContent }: { readonly logContent: boolean }): RequestObserver {
  return ({ method, route, status, outcome, ms, record, request }) => {
    const level = QUIET.test(route) ? 'debug' : status >= 500 ? 'error' : 'info';
    const { id, trace, reading, kind, firstTextMs, stages } = record;
    logger[level](
      {
        requestId: id,
        traceId: trace.traceId,
        method,
        route,
        status,
        outcome,
        ms: Math.round(ms * 10) / 10,
        ...(reading && { reading, kind, firstTextMs, stages }),
        ...(logContent && { content: request.body as unknown }),
      },
      'request',
    );
  };
}
