import { expect, describe as suite, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasChromium, inChromium } from './harness/browser.js';
import { PAGE_PATIENCE_MS, chooseKind, ended, submit } from './harness/page-steps.js';
import { servePage } from './harness/serve-page.js';

const describe = hasChromium ? suite : suite.skip;
/** What a screen reader says of the first picture. */
const labelOf = (page: Page) => page.locator('.facts svg[data-picture]').first().getAttribute('aria-label');

describe(inChromium('the cards of the web page'), () => {
  const served = servePage('A short answer.');

  it(
    'lets cards be chosen from the fan and read by keyboard alone',
    async () => {
      const page = await served.open();
      const bodies: string[] = [];
      page.on('request', (request) => bodies.push(request.postData() ?? ''));
      await page.waitForSelector('#fields textarea');
      const press = async (...keys: readonly string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      const focused = () =>
        page.evaluate(`document.activeElement?.closest('[data-kind], .fan, #question')?.className ?? ''`);
      // Move the focus to the second kind, then to the fan.
      await page.locator('[data-kind=dream]').focus();
      await press('Tab', 'Enter');
      for (let tabs = 0; tabs < 12 && (await focused()) !== 'fan'; tabs++) await press('Tab');
      expect(await focused()).toBe('fan');
      await press('Enter', 'ArrowRight', 'ArrowRight', 'Space', 'ArrowUp', 'Enter');
      expect(await page.locator('.fan [aria-pressed=true]').count()).toBe(3);
      // A fourth card is rejected; the same key deselects a selected card.
      await press('ArrowLeft', 'Enter');
      expect(await page.locator('.fan [aria-pressed=true]').count()).toBe(3);
      for (let tabs = 0; tabs < 8 && !(await page.evaluate(`document.activeElement.type === 'submit'`)); tabs++)
        await press('Tab');
      await press('Enter');
      await ended(page);
      const { cards } = JSON.parse(bodies.find((body) => body.includes('cards')) ?? '') as {
        readonly cards: readonly { readonly id: string; readonly reversed: boolean }[];
      };
      expect(new Set(cards.map(({ id }) => id)).size).toBe(3);
      const listed = await page.locator('.cards li').allTextContents();
      const label = (await labelOf(page)) ?? '';
      expect(listed).toHaveLength(3);
      for (const name of listed) expect(label).toContain(name);
      for (const { id, reversed } of cards) {
        const transform = await page.locator(`[data-card="tarot:${id}"]`).getAttribute('transform');
        expect([id, transform?.includes('rotate(180)')]).toEqual([id, reversed]);
      }
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'lays every spread without two cards on one place',
    async () => {
      const page = await served.open();
      await chooseKind(page, 'tarot');
      const spreads = await page
        .locator('[name=spread] option')
        .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
      expect(spreads.length).toBeGreaterThan(4);
      for (const spread of spreads) {
        await page.selectOption('[name=spread]', spread);
        const wanted = Number(/\d+/.exec((await page.textContent('.picker legend')) ?? '')?.[0]);
        await submit(page);
        await ended(page);
        if (wanted === 3) expect([spread, await page.locator('.tarot .position').count()]).toEqual([spread, 3]);
        const places = await page
          .locator('.tarot [data-card]')
          .evaluateAll((cards) =>
            cards.map((card) => card.getAttribute('transform')?.replace(/rotate\((0|180)\)/, '')),
          );
        expect([spread, places.length, new Set(places).size]).toEqual([spread, wanted, wanted]);
      }
    },
    PAGE_PATIENCE_MS * 3,
  );
});
