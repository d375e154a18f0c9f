import { RETRIEVERS } from '@app/rag';
import { fakeRetrievers } from '@app/rag/testing';
import { startServer } from '../../test/harness/start-server.js';
import { answerMeasurements } from './measurements.js';

// The real server with empty retrieval results and the cache off.
const [upstreamUrl = '', metrics = 'on'] = process.argv.slice(2);
const variables = {
  NODE_ENV: 'production',
  AUTH: 'off',
  LOG_LEVEL: 'warn',
  METRICS: metrics,
  OPENAI_BASE_URL: upstreamUrl,
  OPENAI_API_KEY: 'bench',
  OPENAI_MAX_CONCURRENCY: '4096',
  MAX_STREAMS: '4096',
  MAX_STREAMS_PER_CLIENT: '4096',
  CACHE_TTL_SECONDS: '0',
  // Long deadlines: the upstream is silent during the memory measurement.
  LLM_CONNECT_TIMEOUT_MS: '60000',
  LLM_FIRST_TOKEN_TIMEOUT_MS: '600000',
  LLM_INTER_TOKEN_TIMEOUT_MS: '600000',
  LLM_SECTION_TIMEOUT_MS: '600000',
  READING_TIMEOUT_MS: '600000',
};
// The test fakes record every query, which would retain the readings in memory.
const nothing = fakeRetrievers().map(({ kind }) => ({ kind, retrieve: async () => [] }));
const { url } = await startServer(variables, [{ token: RETRIEVERS, value: nothing }]);
answerMeasurements(`${url}/v1/readings/dream`);
