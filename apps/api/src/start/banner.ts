import type { INestApplicationContext } from '@nestjs/common';
import { type CacheConfig, type ServerConfig, cacheConfig, serverConfig } from '@app/config';
import { EmbeddingStatus } from '@app/embedding';
import { SECTION_WRITER, type SectionWriter } from '@app/readings';
import { KnowledgeStore } from '@app/knowledge';

/** Message printed once the server is ready: its address, its configuration, and an example command. */
export function banner(app: INestApplicationContext, url: string, readyMs: number): string {
  const llm = app.get<SectionWriter>(SECTION_WRITER, { strict: false });
  const store = app.get(KnowledgeStore, { strict: false });
  const embedding = app.get(EmbeddingStatus, { strict: false });
  const { redisUrl, ttlSeconds } = app.get<CacheConfig>(cacheConfig.KEY);
  const { corsOrigins, production } = app.get<ServerConfig>(serverConfig.KEY);
  const status = store.status();
  const knowledge = status.ready
    ? `LanceDB ${status.uri}, ${status.rows.domain + status.rows.corpus} rows`
    : `NOT READY: ${status.problem.reason} → ${status.problem.command}`;
  const cache = ttlSeconds === 0 ? 'off' : redisUrl ? 'memory and Redis' : 'memory';
  const origins = corsOrigins.length > 0 ? `from ${corsOrigins.join(', ')}` : 'from other origins: none';
  const browsers =
    corsOrigins.length > 0 || production
      ? origins
      : 'any page on localhost (development default; CORS_ORIGINS sets others)';
  const writer =
    llm.engine === 'offline'
      ? 'offline composer (set OPENAI_API_KEY or OPENAI_BASE_URL for a language model)'
      : `${llm.model} over the OpenAI API`;
  return `
  Reading server at ${url}   (ready after ${(readyMs / 1_000).toFixed(1)} s)

    embedder   ${embedding.description}; ${embedding.korean}
    composer   ${writer}
    store      ${knowledge}
    cache      ${cache}
    browsers   ${browsers}

  Try it:
    curl -N '${url}/v1/readings/dream?stream=true' -H 'Content-Type: application/json' -d '{"dream":"큰 뱀이 집으로 들어와 나를 쫓아왔다.","locale":"ko"}'
  or open ${url} in a browser; every route is at ${url}/docs
`;
}
