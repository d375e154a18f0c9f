import { RETRIEVERS } from '@app/rag';
import { fakeRetrievers } from '@app/rag/testing';
import { startServer } from '../../test/harness/start-server.js';
import { answerMeasurements } from './measurements.js';

// The server as it is, with retrieval answering at once with nothing and the cache off.
const [upstreamUrl = ''] = process.argv.slice(2);
const variables = {
  NODE_ENV: 'production',
  AUTH: 'off',
  LOG_LEVEL: 'warn',
  OPENAI_BASE_URL: upstreamUrl,
  OPENAI_API_KEY: 'bench',
  OPENAI_MAX_CONCURRENCY: '4096',
  MAX_STREAMS: '4096',
  CACHE_TTL_SECONDS: '0',
  // While memory is measured the upstream says nothing on purpose; deadlines would end the streams one by one.
  LLM_CONNECT_TIMEOUT_MS: '60000',
  LLM_FIRST_TOKEN_TIMEOUT_MS: '600000',
  LLM_INTER_TOKEN_TIMEOUT_MS: '600000',
  LLM_SECTION_TIMEOUT_MS: '600000',
  READING_TIMEOUT_MS: '600000',
};
// The tests' fakes keep every query they are asked, and with it the whole reading.
const nothing = fakeRetrievers().map(({ kind }) => ({ kind, retrieve: async () => [] }));
const { url } = await startServer(variables, [{ token: RETRIEVERS, value: nothing }]);
answerMeasurements(`${url}/v1/readings/dream`);
