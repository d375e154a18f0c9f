import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPage, startBrowser, type WatchedPage } from './browser.js';
import { PAGE_PATIENCE_MS, ended, fillIn, says, submit } from './page-steps.js';
import { ScriptableUpstream } from './scriptable-upstream.js';
import { snakeRetrievers } from './snake-passages.js';
import { type RunningServer, startServer } from './start-server.js';

/** Fixture for specs of the web page. */
export interface ServedPage {
  readonly upstream: ScriptableUpstream;
  /** Origin of the server. */
  readonly url: () => string;
  readonly browser: () => Browser;
  /** Incidents of the page that was opened last; see `WatchedPage`. */
  readonly incidents: () => readonly string[];
  readonly open: (options?: BrowserContextOptions) => Promise<Page>;
  /** Fills in the form of a kind, submits it and waits for the end of the reading. */
  readonly read: (page: Page, kind: string) => Promise<void>;
}

/** Starts a browser, a server and an upstream that answers with `answer`. Call it inside `describe`. */
export function servePage(answer: string): ServedPage {
  const upstream = new ScriptableUpstream();
  let browser: Browser;
  let server: RunningServer;
  let watched: WatchedPage | undefined;

  beforeAll(async () => {
    browser = await startBrowser();
    await upstream.start();
    const variables = { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key', CACHE_TTL_SECONDS: '0' };
    server = await startServer(variables, [{ token: RETRIEVERS, value: snakeRetrievers() }]);
  }, PAGE_PATIENCE_MS);
  beforeEach(() => {
    upstream.mode = says(answer);
  });
  afterEach(async () => {
    await watched?.page.context().close();
    watched = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await upstream.stop();
  });

  return {
    upstream,
    url: () => server.url,
    browser: () => browser,
    incidents: () => watched?.incidents ?? [],
    open: async (options = { locale: 'en-US' }) => {
      watched = await openPage(browser, server.url, options);
      return watched.page;
    },
    read: async (page, kind) => {
      await fillIn(page, kind);
      await submit(page);
      await ended(page);
    },
  };
}
