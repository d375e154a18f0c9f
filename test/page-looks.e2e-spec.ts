import { expect, describe as suite, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasChromium, inChromium } from './harness/browser.js';
import { compareLooks } from './harness/compare-looks.js';
import { PAGE_PATIENCE_MS, ended, fillIn, submit } from './harness/page-steps.js';
import { servePage } from './harness/serve-page.js';

const describe = hasChromium ? suite : suite.skip;

/** Share of the pixels of a square of 32 px that may differ; a line that is missing or has another colour exceeds it. */
const MAX_DIFFERENCE = 0.05;

/** Values of each request that make its picture the same on every day. */
const FIXED: Readonly<Record<string, object>> = {
  dream: {},
  tarot: {
    spread: 'celtic-cross',
    cards: [
      'the-moon',
      'king-of-cups',
      'two-of-swords',
      'the-sun',
      'ace-of-wands',
      'knight-of-pentacles',
      'the-tower',
      'ten-of-cups',
      'justice',
      'page-of-swords',
    ].map((id, at) => ({ id: `tarot:${id}`, reversed: at % 3 === 1 })),
  },
  iching: { lines: [6, 7, 8, 9, 7, 8] },
  destiny: {},
  compatibility: {},
  daily: { day: '2026-12-24' },
};

/**
 * Hides what depends on the fonts of the machine or on the current year, the bar that covers pictures, and the head of
 * the page, whose height would shift them by parts of a pixel.
 */
const WITHOUT_TEXT = `
  *, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important }
  body { font: 16px/24px monospace !important }
  * { color: transparent !important; text-decoration-color: transparent !important }
  ::placeholder { color: transparent !important }
  legend { inline-size: 6rem }
  .entry button:not(.fan button) { inline-size: 8rem; block-size: 3rem }
  svg text, .strip { visibility: hidden !important }
  .jump-bar, .hero { display: none !important }
`;
const WITHOUT_FORM = '.entry { display: none !important }';

async function withFixedRequest(page: Page, kind: string): Promise<void> {
  await page.route(`**/v1/readings/${kind}*`, (route) => {
    const body = JSON.parse(route.request().postData() ?? '{}') as object;
    return route.continue({ postData: JSON.stringify({ ...body, ...FIXED[kind] }) });
  });
}

describe(inChromium('the looks of the web page'), () => {
  const served = servePage('A short answer.');

  it.each(Object.keys(FIXED))(
    'draws the facts of %s as stored, light and dark',
    async (kind) => {
      const viewport = { width: 900, height: 900 };
      const page = await served.open({ locale: 'en-US', viewport, reducedMotion: 'reduce', bypassCSP: true });
      await withFixedRequest(page, kind);
      await fillIn(page, kind);
      await submit(page);
      await ended(page);
      await page.addStyleTag({ content: WITHOUT_TEXT + WITHOUT_FORM });
      const pictures = page.locator('.facts svg[data-picture]');
      const count = await pictures.count();
      expect(count).toBeGreaterThan(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (let at = 0; at < count; at++) {
          const picture = await pictures.nth(at).screenshot({ animations: 'disabled' });
          const { share, where } = compareLooks(`${kind}-${colorScheme}-${at + 1}`, picture);
          expect([where, share <= MAX_DIFFERENCE]).toEqual([where, true]);
        }
      }
    },
    PAGE_PATIENCE_MS,
  );

  it.each([
    ['tarot', 'dark', 390],
    ['compatibility', 'light', 1_100],
  ] as const)(
    'lays out the form of %s as stored (%s, %i px)',
    async (kind, colorScheme, width) => {
      const viewport = { width, height: 900 };
      const page = await served.open({
        locale: 'en-US',
        colorScheme,
        viewport,
        reducedMotion: 'reduce',
        bypassCSP: true,
      });
      await fillIn(page, kind);
      await page.addStyleTag({ content: WITHOUT_TEXT });
      await page.evaluate('document.activeElement.blur()');
      const { share, where } = compareLooks(`form-${kind}-${colorScheme}`, await page.locator('.entry').screenshot());
      expect([where, share <= MAX_DIFFERENCE]).toEqual([where, true]);
    },
    PAGE_PATIENCE_MS,
  );
});
