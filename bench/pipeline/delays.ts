import type { RetrieverKind } from '@app/rag';

/** Latency of each retriever, in ms. */
export const RETRIEVER_DELAYS_MS: Readonly<Record<RetrieverKind, number>> = {
  graph: 300,
  corpus: 200,
  persona: 200,
  domain: 150,
};

const TOKENS = 40;
const FIRST_TOKEN_MS = 200;
const STREAM_MS = 600;

/** Mode of the upstream: the first token after 200 ms, the fortieth and last after 600 ms. */
export const UPSTREAM_MODE = `ok?tokens=${TOKENS}&first=${FIRST_TOKEN_MS}&delay=${(STREAM_MS - FIRST_TOKEN_MS) / (TOKENS - 1)}`;
