import { randomText } from '@app/text';

/** Position of a request in a distributed trace: https://www.w3.org/TR/trace-context/ */
export interface TraceContext {
  /** 32 hexadecimal digits, shared by everything one user action causes. */
  readonly traceId: string;
  /** 16 hexadecimal digits, this server's span. */
  readonly spanId: string;
  /** The caller's span; undefined when the trace begins here. */
  readonly parentId: string | undefined;
  /** Two hexadecimal digits; `01`: the caller records the trace. */
  readonly flags: string;
}

/** Version, trace, parent, flags. Later versions may append fields; `ff` is invalid. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const ZEROS = /^0+$/;
const SAMPLED = '01';

/** Continues the trace of a `traceparent` header; begins a new one if it is missing or malformed. */
export function continueTrace(traceparent: string | undefined): TraceContext {
  const random = randomText(24, 'hex');
  const spanId = random.slice(0, 16);
  const [, version, traceId = '', parentId = '', flags = SAMPLED, rest] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const valid = traceId !== '' && !ZEROS.test(traceId) && !ZEROS.test(parentId) && !(version === '00' && rest);
  if (!valid) return { traceId: random.slice(16), spanId, parentId: undefined, flags: SAMPLED };
  return { traceId, spanId, parentId, flags };
}

/** The `traceparent` header for upstream requests. */
export const traceparentOf = ({ traceId, spanId, flags }: TraceContext): string => `00-${traceId}-${spanId}-${flags}`;
