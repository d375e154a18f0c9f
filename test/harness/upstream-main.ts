import { parseArgs } from 'node:util';
import { ScriptableUpstream } from './scriptable-upstream.js';

// The scriptable upstream as a process of its own, so that a benchmark measures the server and not this.
const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'ok' },
    port: { type: 'string', default: '0' },
    http2: { type: 'boolean', default: false },
    bodies: { type: 'boolean', default: false },
  },
});

const upstream = new ScriptableUpstream({
  mode: values.mode,
  port: Number(values.port),
  http2: values.http2,
  recordBodies: values.bodies,
});
await upstream.start();
const { url, origin, certificate } = upstream;
process.stdout.write(`${JSON.stringify({ url, origin, certificate })}\n`);
// Whoever started this holds its standard input; when that one dies, so does this.
process.stdin.once('end', () => process.exit(0)).resume();
