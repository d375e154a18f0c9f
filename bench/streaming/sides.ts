import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { MeasuredProcess } from './measured-process.js';

/** A server to measure; `main` is a module in this folder or an absolute path. */
interface Side {
  readonly name: string;
  readonly main: string;
  readonly options?: readonly string[];
}

/** Name of the minimal server that sends one event per token: the limit for servers that forward tokens one by one. */
export const TOKEN_LIMIT = 'limit, per token';
/** Name of the minimal server that sends one event per read of the upstream socket. */
export const READ_LIMIT = 'limit, per read';
export const OURS = 'ours';

const OWN: readonly Side[] = [
  { name: OURS, main: './nest-main.js' },
  { name: TOKEN_LIMIT, main: './bare-main.js', options: ['token'] },
  { name: READ_LIMIT, main: './bare-main.js', options: ['read'] },
];
const PEERS = 'bench/peers';
const PEER_SIDES: readonly Side[] = [
  ['openai + express', 'openai-sdk'],
  ['Nest @Sse', 'nest-sse'],
  ['AI SDK', 'ai-sdk'],
  ['LangChain', 'langchain'],
].map(([name = '', file = '']) => ({ name, main: resolve(PEERS, `${file}.js`) }));

/** Names of the framework servers; empty when their packages are not installed. */
export const installedPeers = (): readonly string[] =>
  existsSync(`${PEERS}/node_modules`) ? PEER_SIDES.map(({ name }) => name) : [];

/** Starts one server in a separate process. */
export async function startSide(name: string, upstreamUrl: string): Promise<MeasuredProcess> {
  const side = [...OWN, ...PEER_SIDES].find((candidate) => candidate.name === name);
  if (!side) throw new Error(`There is no server "${name}" to measure`);
  return MeasuredProcess.start(name, side.main, upstreamUrl, ...(side.options ?? []));
}

/**
 * Measures all servers alternately after a warm-up round, so that drift of the machine affects them equally.
 * @returns the samples by server name, in the order of rounds
 */
export async function inTurns<Sample>(
  servers: readonly MeasuredProcess[],
  rounds: number,
  sample: (server: MeasuredProcess) => Promise<Sample>,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const samples = new Map<string, Sample[]>(servers.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
      const taken = await sample(server);
      if (round > 0) samples.get(server.name)?.push(taken);
    }
  }
  return samples;
}
