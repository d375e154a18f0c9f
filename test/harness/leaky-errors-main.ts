import { RETRIEVERS, type RetrievalQuery } from '@app/rag';
import { CrisisGate } from '@app/safety';
import { PinoNestLogger } from '../../apps/api/src/telemetry/pino-nest.logger.js';
import { endOnCrash } from '../../apps/api/src/telemetry/crash-report.js';
import { snakeRetrievers } from './snake-passages.js';
import { startServer } from './start-server.js';

// Starts the server with a retriever and a gate whose errors quote user text. Argument 1: the environment as JSON.
const quote = (text: string): Error => new Error(`cannot read "${text}"`);
const leakyRetriever = { kind: 'graph', retrieve: ({ text }: RetrievalQuery) => Promise.reject(quote(text)) };
const gate = {
  check: (texts: readonly string[]) => {
    const text = texts.join(' ');
    if (text.startsWith('THROW')) throw quote(text);
    if (text.startsWith('CRASH')) setImmediate(() => void Promise.reject(quote(text)));
    return undefined;
  },
  screen: (texts: readonly string[]) => ({ help: gate.check(texts), care: [] }),
};

const [variables = '{}'] = process.argv.slice(2);
const { app, url } = await startServer(JSON.parse(variables) as Record<string, string>, [
  { token: RETRIEVERS, value: [...snakeRetrievers().filter(({ kind }) => kind !== 'graph'), leakyRetriever] },
  { token: CrisisGate, value: gate },
]);
endOnCrash(app.get(PinoNestLogger).pino);
console.log(JSON.stringify({ url }));
