import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';

jest.setTimeout(120_000);

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const DREAM = 'A planted snake of many colours';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly status?: { readonly code?: number };
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

interface Resource {
  readonly resource: { readonly attributes: Span['attributes'] };
  readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
}
interface Export {
  readonly resourceSpans: readonly Resource[];
}

/** `STATUS_CODE_ERROR` of the protocol. */
const ERROR = 2;

describe('OpenTelemetry export', () => {
  const bodies: string[] = [];
  let collector: Server;
  let server: RunningServer;

  beforeAll(async () => {
    collector = createServer((request, response) => void take(request).then(() => response.end('{}')));
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const { port } = collector.address() as AddressInfo;
    const variables = {
      AUTH: 'off',
      CACHE_TTL_SECONDS: '0',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_SERVICE_NAME: 'readings-eu',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=stage,team=a%20b',
      // Nothing listens there: every section fails.
      OPENAI_BASE_URL: 'http://127.0.0.1:1',
    };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  });
  afterAll(() => void collector.close());

  async function take(request: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    bodies.push(`${request.url} ${Buffer.concat(chunks).toString()}`);
  }

  it('sends the request, its stages and sections in the caller’s trace, without content', async () => {
    const headers = { traceparent: `00-${TRACE}-${PARENT}-01` };
    await postForEvents(`${server.url}/v1/readings/dream`, { dream: DREAM, locale: 'en' }, headers);
    // Closing flushes the remaining spans.
    await server.close();
    expect(bodies.every((body) => body.startsWith('/v1/traces '))).toBe(true);
    const spans = bodies.flatMap((body) => spansOf(body.slice('/v1/traces '.length)));
    const request = spans.find(({ name }) => name === 'POST /v1/readings/:kind');
    expect(request).toMatchObject({ traceId: TRACE, parentSpanId: PARENT });
    const below = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(below.map(({ name }) => name)).toEqual(expect.arrayContaining(['retrieve', 'generate']));
    const sections = below.filter(({ attributes }) => attributes.some(({ key }) => key === 'gen_ai.request.model'));
    expect(sections).toHaveLength(3);
    expect(request?.status?.code).toBe(ERROR);
    expect(sections.map(({ status }) => status?.code)).toEqual([ERROR, ERROR, ERROR]);
    expect(below.find(({ name }) => name === 'retrieve')?.status?.code).not.toBe(ERROR);
    const { resource } = (JSON.parse(bodies[0]?.slice('/v1/traces '.length) ?? '') as Export)
      .resourceSpans[0] as Resource;
    expect(resource.attributes).toEqual(
      expect.arrayContaining([
        { key: 'service.name', value: { stringValue: 'readings-eu' } },
        { key: 'deployment.environment.name', value: { stringValue: 'stage' } },
        { key: 'team', value: { stringValue: 'a b' } },
      ]),
    );
    for (const { traceId, startTimeUnixNano, endTimeUnixNano } of spans) {
      expect(traceId).toBe(TRACE);
      expect(BigInt(endTimeUnixNano) >= BigInt(startTimeUnixNano)).toBe(true);
    }
    expect(bodies.join('')).not.toMatch(/planted|colours|change/);
  });
});

function spansOf(body: string): readonly Span[] {
  const { resourceSpans } = JSON.parse(body) as Export;
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}
