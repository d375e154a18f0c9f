import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { Ajv } from 'ajv';
import type { Application } from 'express';
import type { Browser } from 'playwright-core';
import { hasChromium, inChromium, openPage, startBrowser } from './harness/browser.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

/** Browsers start slowly on a busy machine. */
const PATIENCE_MS = 60_000;

/** Routes of the documentation page itself. */
const NOT_LISTED = /^\/(?:page\/|docs)/;

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** Routes of the router as `get /health`, parameters in braces. */
const registered = (application: Application): readonly string[] =>
  (application.router.stack as unknown as readonly Layer[]).flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`) : [],
  );

describe('/docs', () => {
  let server: RunningServer;
  let paths: Readonly<Record<string, object>>;

  beforeAll(async () => {
    server = await startServer({}, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
    ({ paths } = (await (await fetch(`${server.url}/docs-json`)).json()) as { paths: typeof paths });
  });
  afterAll(() => server.close());

  it('lists exactly the routes of the router, with one path per kind', () => {
    const routes = registered(server.app.getHttpAdapter().getInstance() as Application).filter(
      (route) => !NOT_LISTED.test(route.split(' ')[1] ?? ''),
    );
    const kinds = ['ask', 'compatibility', 'daily', 'destiny', 'dream', 'dream-chat', 'iching', 'tarot', 'tarot-chat'];
    const expected = routes.flatMap((route) =>
      route === 'post /v1/readings/{kind}' ? kinds.map((kind) => `post /v1/readings/${kind}`) : [route],
    );
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(listed.length).toBeGreaterThan(20);
    expect(listed.toSorted()).toEqual([...new Set(expected)].toSorted());
  });

  it('allows the page’s assets over plain HTTP', async () => {
    const { headers } = await fetch(`${server.url}/docs`);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  });

  (hasChromium ? describe : describe.skip)(inChromium('in a browser'), () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await startBrowser();
    }, PATIENCE_MS);
    afterAll(() => browser?.close());

    it(
      'shows every route without violating its policy',
      async () => {
        const { page, incidents } = await openPage(browser, `${server.url}/docs`);
        const count = Object.values(paths).flatMap((methods) => Object.keys(methods)).length;
        await waitUntil(async () => (await page.locator('.opblock').count()) === count, PATIENCE_MS / 2);
        await page.locator('.opblock-summary-control', { hasText: '/v1/readings/dream' }).first().click();
        await page.waitForSelector('.opblock-body .opblock-section-request-body');
        expect(incidents).toEqual([]);
      },
      PATIENCE_MS,
    );
  });
});

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
interface Operation {
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, { readonly headers: object }>>;
}

describe('/docs-json on keys, limits and errors', () => {
  let server: RunningServer;
  let folder: string;
  let document: Described;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'described-'));
    const keys = [{ name: 'test', sha256: [hash('sha256', 'key-of-the-test')] }];
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ keys }));
    const variables = {
      API_KEYS_FILE: join(folder, 'keys.json'),
      ADMIN_KEY: 'admin-key-of-the-test',
      RATE_LIMIT_PER_MINUTE: '1000',
    };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
    document = (await (await fetch(`${server.url}/docs-json`)).json()) as Described;
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
    );
  const ask = async ({ path, method }: { path: string; method: string }, key?: string) => {
    const headers = { 'Content-Type': 'application/json', ...(key && { 'X-API-Key': key }) };
    const init = { method, headers, ...(method === 'POST' && { body: '[]' }) };
    const answer = await fetch(`${server.url}${path.replace('{id}', 'none')}`, init);
    return { answer, text: await answer.text() };
  };

  it('matches the responses without a key', async () => {
    for (const operation of operations()) {
      const { answer } = await ask(operation);
      const asksFor = operation.security?.some((one) => 'adminKey' in one) ? 403 : operation.security ? undefined : 401;
      const { path, method } = operation;
      const refused = [401, 403].includes(answer.status) ? answer.status : undefined;
      expect([method, path, refused]).toEqual([method, path, asksFor]);
    }
  });

  it('matches the responses with a key: statuses, headers and error bodies', async () => {
    const isProblem = new Ajv({ strict: false }).compile(document.components.schemas['Problem']!);
    for (const operation of operations()) {
      const { answer, text } = await ask(operation, 'key-of-the-test');
      const described = operation.responses[answer.status];
      expect([operation.path, answer.status, described !== undefined]).toEqual([operation.path, answer.status, true]);
      const said = ['X-Request-Id', 'Server-Timing', 'RateLimit', 'RateLimit-Policy'];
      const carried = (name: string) => (answer.headers.has(name) ? [name] : []);
      const promised = Object.keys(described?.headers ?? {}).filter((name) => said.includes(name));
      expect([operation.path, said.flatMap(carried).toSorted()]).toEqual([operation.path, promised.toSorted()]);
      if (/problem/.test(answer.headers.get('content-type') ?? '')) expect(isProblem(JSON.parse(text))).toBe(true);
      else expect(answer.status < 400 || answer.status === 503).toBe(true);
    }
  });
});
