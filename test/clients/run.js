// Runs a reading with each client against the compiled server and prints a table: `npm run test:clients`.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const BIN = 'test/clients/node_modules/.bin';
const GENERATED = 'dist/test-clients';
const TIMEOUT_MS = 60_000;
const BODY = JSON.stringify({ dream: 'A snake.', locale: 'en' });

const node = (program) => [process.execPath, `test/clients/programs/${program}`];
const curl = (...options) => ['curl', '-sSf', '-H', 'Content-Type: application/json', '-d', BODY, ...options];

/** Command of each client by its name; a function when something must be generated first. */
const CLIENTS = {
  'typed client': () => bundled('client.js'),
  'openapi-typescript + openapi-fetch': () => {
    tool('openapi-typescript', `${GENERATED}/openapi.json`, '-o', `${GENERATED}/openapi.d.ts`);
    tool(
      'tsc',
      '--noEmit',
      '--strict',
      '--allowJs',
      '--checkJs',
      '--skipLibCheck',
      '--types',
      'node',
      '--typeRoots',
      'node_modules/@types',
      '--lib',
      'es2022,dom',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      'test/clients/programs/openapi-fetch.js',
    );
    return bundled('openapi-fetch.js');
  },
  'hey-api': () => {
    tool(
      'openapi-ts',
      '-i',
      `${GENERATED}/openapi.json`,
      '-o',
      `${GENERATED}/hey-api`,
      '-c',
      '@hey-api/client-fetch',
      '--silent',
    );
    return bundled('hey-api.js');
  },
  'openai SDK': node('openai.js'),
  'LangChain ChatOpenAI': node('langchain.js'),
  'ai, useChat transport': node('ai-sdk.js'),
  'MCP client': node('mcp.js'),
  eventsource: node('eventsource.js'),
  'fetch-event-source': node('fetch-event-source.js'),
  'curl, JSON': (url) => curl(`${url}/v1/readings/dream`),
  'curl, stream': (url) => curl('-N', `${url}/v1/readings/dream?stream=true`),
  'httpx (Python)': (url) => [
    '/usr/bin/python3',
    '-c',
    `import httpx, json
r = httpx.post("${url}/v1/readings/dream", json=${BODY}, timeout=60).json()
print(json.dumps({"status": r["status"], "text": r["texts"][0]["full_text"]}))`,
  ],
};

function tool(name, ...options) {
  execFileSync(`${BIN}/${name}`, options, { stdio: ['ignore', 'ignore', 'inherit'], timeout: TIMEOUT_MS });
}

function bundled(program) {
  const output = `${GENERATED}/${program.replace('.js', '.mjs')}`;
  execFileSync('node_modules/.bin/esbuild', [
    `test/clients/programs/${program}`,
    '--bundle',
    '--platform=node',
    '--format=esm',
    `--outfile=${output}`,
    '--log-level=error',
  ]);
  return [process.execPath, output];
}

/** The compiled server with fixed passages and without a language model. */
async function startServer() {
  const variables = { RATE_LIMIT_PER_MINUTE: '10000' };
  const child = spawn(process.execPath, ['dist/test/harness/server-main.js', JSON.stringify(variables)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('{"url":')) return { url: JSON.parse(line).url, child };
  throw new Error('The server did not start.');
}

/** `passed`, or why not. */
function outcomeOf(client, url) {
  try {
    const [command, ...options] = typeof client === 'function' ? client(url) : client;
    const env = { ...process.env, URL: url };
    const { stdout, stderr, status, error } = spawnSync(command, options, {
      env,
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
    });
    if (error) return error.message;
    if (status !== 0) return /No module named/.test(stderr) ? 'skipped: not installed' : stderr.trim().slice(-400);
    return /"status":\s*"ok"/.test(stdout) && /snake/i.test(stdout) ? 'passed' : `unexpected: ${stdout.slice(0, 400)}`;
  } catch (error) {
    return String(error.stderr ?? error.message).slice(-400);
  }
}

const { url, child } = await startServer();
mkdirSync(GENERATED, { recursive: true });
writeFileSync(`${GENERATED}/openapi.json`, await (await fetch(`${url}/openapi.json`)).text());
let failures = 0;
for (const [name, client] of Object.entries(CLIENTS)) {
  const outcome = outcomeOf(client, url);
  if (outcome !== 'passed' && !outcome.startsWith('skipped')) failures++;
  process.stdout.write(`${name.padEnd(36)} ${outcome}\n`);
}
child.kill('SIGKILL');
process.exitCode = failures === 0 ? 0 : 1;
