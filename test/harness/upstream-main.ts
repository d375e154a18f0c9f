import { parseArgs } from 'node:util';
import { ScriptableUpstream } from './scriptable-upstream.js';

// Runs the scriptable upstream in a separate process, so that benchmarks measure only the server.
const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'ok' },
    /** Mode of requests whose messages contain a word: `word:mode`. */
    word: { type: 'string', default: '' },
    port: { type: 'string', default: '0' },
    http2: { type: 'boolean', default: false },
    bodies: { type: 'boolean', default: false },
  },
});

const { mode } = values;
const [, word = '', wordMode = mode] = /^(\w+):(.+)$/.exec(values.word) ?? [];
const upstream = new ScriptableUpstream({
  mode: word ? ({ body }) => (JSON.stringify(body.messages).includes(word) ? wordMode : mode) : mode,
  port: Number(values.port),
  http2: values.http2,
  recordBodies: values.bodies,
});
await upstream.start();
const { url, origin, certificate } = upstream;
process.stdout.write(`${JSON.stringify({ url, origin, certificate })}\n`);
// Exit together with the parent process, which holds the other end of standard input.
process.stdin.once('end', () => process.exit(0)).resume();
