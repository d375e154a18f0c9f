import { RETRIEVERS } from '@app/rag';
import { fakeRetrievers } from '@app/rag/testing';
import { startServer } from '../../test/harness/start-server.js';
import { answerMeasurements } from './measurements.js';

// The server of `nest-main` with METRICS=off.
const [upstreamUrl = ''] = process.argv.slice(2);
const variables = {
  NODE_ENV: 'production',
  AUTH: 'off',
  LOG_LEVEL: 'warn',
  METRICS: 'off',
  OPENAI_BASE_URL: upstreamUrl,
  OPENAI_API_KEY: 'bench',
  OPENAI_MAX_CONCURRENCY: '4096',
  MAX_STREAMS: '4096',
  MAX_STREAMS_PER_CLIENT: '4096',
  CACHE_TTL_SECONDS: '0',
};
const { url } = await startServer(variables, [{ token: RETRIEVERS, value: fakeRetrievers() }]);
answerMeasurements(`${url}/v1/readings/dream`);
