import { readFileSync, readdirSync } from 'node:fs';
import { expect, describe as suite, it } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { hasChromium, inChromium } from './harness/browser.js';
import { FIELDS, PAGE_PATIENCE_MS, ended, until } from './harness/page-steps.js';
import { servePage } from './harness/serve-page.js';

const describe = hasChromium ? suite : suite.skip;
const KINDS = ['dream', 'tarot', 'iching', 'destiny', 'compatibility', 'daily'];
const MAX_PAGE_GZIP_BYTES = 90_000;

/** Rules of axe-core that the page breaks, with the elements. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<axe.AxeResults>(`axe.run()`);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const MAX_TABS = 120;

/** Presses Tab until the focused element matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MAX_TABS} tabs do not reach ${selector}`);
}

/** Keys for a value; a time is typed with AM or PM in the American locale. */
function keysOf(value: string): string {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(value) ?? [];
  if (hour === undefined) return value;
  const hours = Number(hour);
  return `${String(hours % 12 || 12).padStart(2, '0')}${minute}${hours < 12 ? 'AM' : 'PM'}`;
}

describe(inChromium('access to the web page'), () => {
  const served = servePage('It changes [1] slowly.');

  it.each([
    ['a phone', 390, 'ko-KR'],
    ['a phone', 390, 'en-US'],
    ['a desktop', 1_280, 'ko-KR'],
    ['a desktop', 1_280, 'en-US'],
  ] as const)(
    'is accessible and fits on %s (%i px, %s), light and dark, in every kind',
    async (_, width, locale) => {
      const page = await served.open({ locale, viewport: { width, height: 844 }, reducedMotion: 'reduce' });
      for (const kind of KINDS) {
        await served.read(page, kind);
        expect([kind, await page.locator('.facts svg[data-picture]').count()]).not.toEqual([kind, 0]);
        await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`);
        expect([kind, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([kind, true]);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect([kind, colorScheme, await violations(page)]).toEqual([kind, colorScheme, []]);
        }
      }
      expect(served.incidents()).toEqual([]);
    },
    PAGE_PATIENCE_MS * 5,
  );

  it.each(['dream', 'iching', 'destiny', 'compatibility', 'daily'])(
    'reads %s by keyboard alone',
    async (kind) => {
      const page = await served.open();
      await page.waitForSelector('#fields :is(input, textarea)');
      await tabTo(page, `[data-kind=${kind}]`);
      await page.keyboard.press('Enter');
      for (const [name, value] of Object.entries(FIELDS[kind] ?? {})) {
        await tabTo(page, `[name="${name}"]`);
        await page.keyboard.type(keysOf(value));
      }
      await tabTo(page, '[type=submit]');
      await page.keyboard.press('Enter');
      await ended(page);
      expect(await page.locator('.reading article[data-status=done]').count()).toBeGreaterThan(0);
      await tabTo(page, '[name=follow-up]');
      await page.keyboard.type('Why?');
      await page.keyboard.press('Enter');
      await until(page, `document.querySelectorAll('.reading').length === 2`);
      await ended(page);
    },
    PAGE_PATIENCE_MS * 2,
  );

  it(
    'says what it is without JavaScript',
    async () => {
      const context = await served.browser().newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(served.url());
      const text = await page.locator('body').innerText();
      for (const words of ['Dreams, tarot, the I Ching and birth charts', '꿈, 타로, 주역', 'needs JavaScript'])
        expect(text).toContain(words);
      await context.close();
    },
    PAGE_PATIENCE_MS,
  );

  it('stays within its size budget', () => {
    const folder = 'dist/web/assets';
    const sizes = readdirSync(folder)
      .filter((name) => name.endsWith('.gz'))
      .map((name) => readFileSync(`${folder}/${name}`).length);
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_PAGE_GZIP_BYTES);
  });
});
