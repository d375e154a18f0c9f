import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import type { Application } from 'express';
import type { Browser } from 'playwright-core';
import { hasChromium, inChromium, openPage, startBrowser } from './harness/browser.js';
import { snakeRegistry } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

/** A browser on a busy machine takes its time. */
const PATIENCE_MS = 60_000;

/** Parts of the page and of the document themselves. */
const NOT_LISTED = /^\/(?:page\/|docs)/;

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** `get /health`, as the router has them, parameters in braces. */
const registered = (application: Application): readonly string[] =>
  (application.router.stack as unknown as readonly Layer[]).flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`) : [],
  );

describe('/docs', () => {
  let server: RunningServer;
  let paths: Readonly<Record<string, object>>;

  beforeAll(async () => {
    server = await startServer({}, [{ token: RETRIEVERS, value: snakeRegistry() }]);
    ({ paths } = (await (await fetch(`${server.url}/docs-json`)).json()) as { paths: typeof paths });
  });
  afterAll(() => server.close());

  it('lists every route of the router, every kind by its name, and nothing that is not there', () => {
    const routes = registered(server.app.getHttpAdapter().getInstance() as Application).filter(
      (route) => !NOT_LISTED.test(route.split(' ')[1] ?? ''),
    );
    const kinds = ['ask', 'destiny', 'dream', 'dream-chat', 'iching', 'tarot', 'tarot-chat'];
    const expected = routes.flatMap((route) =>
      route === 'post /v1/readings/{kind}' ? kinds.map((kind) => `post /v1/readings/${kind}`) : [route],
    );
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(listed.length).toBeGreaterThan(20);
    expect(listed.toSorted()).toEqual([...new Set(expected)].toSorted());
  });

  it('lets plain HTTP load what the page is made of', async () => {
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
      'shows every route without going against its policy',
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
