export { FakeLlmClient } from './fake-llm-client.js';
