import { hash } from 'node:crypto';
import { RETRIEVERS } from '@app/rag';
import { readingDocument } from '@app/streaming';
import { ScriptableUpstream } from './scriptable-upstream.js';
import { snakeRetrievers } from './snake-passages.js';
import { type RunningServer, startServer } from './start-server.js';
import { waitUntil } from './wait-until.js';

const MODE = 'ok?tokens=20';

/** The real application with snake passages, a scripted upstream and one API key; nothing is cached. */
export class KeyedServer {
  static readonly key = 'key-of-the-test';

  private constructor(
    readonly upstream: ScriptableUpstream,
    private readonly server: RunningServer,
  ) {}

  static async start(): Promise<KeyedServer> {
    const upstream = await new ScriptableUpstream({ mode: MODE }).start();
    const variables = {
      OPENAI_BASE_URL: upstream.url,
      OPENAI_API_KEY: 'key',
      CACHE_TTL_SECONDS: '0',
      API_KEYS: JSON.stringify({ keys: [{ name: 'test', sha256: [hash('sha256', KeyedServer.key)] }] }),
      RATE_LIMIT_PER_MINUTE: '10000',
    };
    return new KeyedServer(upstream, await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]));
  }

  get url(): string {
    return this.server.url;
  }

  post(path: string, body: object): Promise<Response> {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${KeyedServer.key}` };
    return fetch(`${this.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** The text of each section of a dream reading in English. */
  async sectionTexts(dream: string): Promise<readonly string[]> {
    const response = await this.post('/v1/readings/dream', { dream, locale: 'en' });
    return readingDocument.parse(await response.json()).texts.map(({ full_text: text }) => text);
  }

  /** The text of a dream reading in English, without citations. */
  async wholeText(dream: string): Promise<string> {
    return (await this.sectionTexts(dream)).map((text) => text.replaceAll(/ ?\[\d+\]/g, '')).join('\n\n');
  }

  /** Resolves when no request to the upstream is open. */
  nothingLeft(): Promise<void> {
    return waitUntil(() => this.upstream.stats.open === 0, 20_000);
  }

  resetUpstream(): void {
    this.upstream.mode = MODE;
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.upstream.stop();
  }
}
