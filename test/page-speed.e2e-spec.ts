import { expect, describe as suite, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasChromium, inChromium } from './harness/browser.js';
import { PAGE_PATIENCE_MS, until } from './harness/page-steps.js';
import { servePage } from './harness/serve-page.js';

const describe = hasChromium ? suite : suite.skip;

const ROUNDS = 5;
const EMPTY_PAGE = '<!doctype html><title>Empty</title><p id="question">Empty.</p>';
/** Limits relative to an empty page; measured on an idle and on a busy machine: paint 1 to 3, main thread 2 to 5. */
const MAX_PAINT_RATIO = 6;
const MAX_MAIN_THREAD_RATIO = 10;

const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`;

interface Load {
  readonly firstPaintMs: number;
  readonly mainThreadMs: number;
}

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[ROUNDS >> 1] ?? 0;

/** Starts counting the time that the page's main thread works. */
async function countMainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
}

describe(inChromium('the speed of the web page'), () => {
  const served = servePage('A short answer.');

  async function load(isEmpty: boolean): Promise<Load> {
    const context = await served.browser().newContext({ locale: 'en-US' });
    const page = await context.newPage();
    const mainThreadMs = await countMainThread(page);
    const url = `${served.url()}/`;
    if (isEmpty) await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: EMPTY_PAGE }));
    await page.goto(url);
    await page.waitForSelector(isEmpty ? '#question' : '#fields textarea');
    await until(page, `${FIRST_PAINT} !== undefined`);
    const firstPaintMs = await page.evaluate<number>(FIRST_PAINT);
    const result = { firstPaintMs, mainThreadMs: await mainThreadMs() };
    await context.close();
    return result;
  }

  it(
    'paints and works within a multiple of an empty page',
    async () => {
      const [empty, page]: [Load[], Load[]] = [[], []];
      // Alternating, so that a busy machine slows down both.
      for (let round = 0; round < ROUNDS; round++) {
        empty.push(await load(true));
        page.push(await load(false));
      }
      const ratio = (of: (load: Load) => number) => median(page.map(of)) / median(empty.map(of));
      expect(ratio(({ firstPaintMs }) => firstPaintMs)).toBeLessThan(MAX_PAINT_RATIO);
      expect(ratio((one) => one.mainThreadMs)).toBeLessThan(MAX_MAIN_THREAD_RATIO);
    },
    PAGE_PATIENCE_MS * 2,
  );

  it(
    'paints its name before its script has arrived',
    async () => {
      const context = await served.browser().newContext({ locale: 'en-US' });
      const page = await context.newPage();
      const arrival = Promise.withResolvers<void>();
      await page.route('**/page/*.js', async (route) => {
        await arrival.promise;
        await route.continue();
      });
      await page.goto(served.url(), { waitUntil: 'commit' });
      await until(page, `${FIRST_PAINT} !== undefined`);
      expect(await page.locator('.brand').isVisible()).toBe(true);
      expect(await page.locator('#fields').count()).toBe(0);
      arrival.resolve();
      await page.waitForSelector('#fields textarea');
      await context.close();
    },
    PAGE_PATIENCE_MS,
  );
});
