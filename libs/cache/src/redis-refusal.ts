import { types } from 'node:util';

interface Refusal {
  /** Codes of Node's errors, or of Redis' error replies: their first words, or the words after the general code `ERR`. */
  readonly codes: readonly string[];
  /** Advice for the operator, shown in the log. */
  readonly advice: string;
}

/** Errors that are not specific to one command: Redis answers, but cannot be used. */
const REFUSALS = {
  read_only: { codes: ['READONLY'], advice: 'it is a read-only replica; connecting again to reach the new primary' },
  out_of_memory: { codes: ['OOM'], advice: 'raise its maxmemory or set maxmemory-policy to allkeys-lru' },
  writes_refused: { codes: ['MISCONF', 'NOREPLICAS'], advice: 'it cannot persist or replicate; see its own log' },
  unauthorized: {
    codes: ['NOAUTH', 'WRONGPASS', 'NOPERM', 'DENIED', 'invalid password'],
    advice: 'check user and password in REDIS_URL',
  },
  tls: {
    codes: [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
    advice: 'rediss:// needs a server with TLS and a trusted certificate (NODE_EXTRA_CA_CERTS)',
  },
  cluster: { codes: ['MOVED', 'ASK', 'CLUSTERDOWN', 'CROSSSLOT'], advice: 'Redis Cluster is not supported' },
  loading: {
    codes: ['LOADING', 'MASTERDOWN', 'BUSY', 'max number of clients reached'],
    advice: 'it is starting or busy',
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export type RedisRefusal = keyof typeof REFUSALS;
/** Why Redis cannot be used: it does not answer, or it refuses commands. */
export type RedisProblem = 'unreachable' | RedisRefusal;

const REASONS = new Map<string, RedisRefusal>(
  Object.entries(REFUSALS).flatMap(([reason, { codes }]) => codes.map((code) => [code, reason as RedisRefusal])),
);
/** Matches anywhere in the message, because scripts and transactions put the code inside their own message. */
const CODE = new RegExp(`\\b(?:${[...REASONS.keys()].join('|')})\\b`);

/** The kind of refusal; undefined for other errors, for example those of a single invalid command. */
export function refusalOf(error: unknown): RedisRefusal | undefined {
  if (!types.isNativeError(error)) return undefined;
  const { previousErrors = [] } = error as { readonly previousErrors?: readonly Error[] };
  const words = [error, ...previousErrors].map((each) => `${(each as NodeJS.ErrnoException).code} ${each.message}`);
  const [code] = CODE.exec(words.join('\n')) ?? [];
  return code === undefined ? undefined : REASONS.get(code);
}

export const adviceFor = (problem: RedisProblem): string =>
  problem === 'unreachable' ? 'it does not answer' : REFUSALS[problem].advice;
