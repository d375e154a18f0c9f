import { expect, describe as suite, it } from '@jest/globals';
import { hasChromium, inChromium } from './harness/browser.js';
import { PAGE_PATIENCE_MS, chooseKind, ended, says, submit, until } from './harness/page-steps.js';
import { servePage } from './harness/serve-page.js';

const describe = hasChromium ? suite : suite.skip;
const PHONE = { locale: 'en-US', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/** Width of a strip of a card that a thumb hits; WCAG 2.2 asks for 24 px. */
const MIN_TARGET_PX = 24;

describe(inChromium('the web page on a phone'), () => {
  const served = servePage('A short answer.');

  it(
    'lets a thumb choose cards from a fan that scrolls',
    async () => {
      const page = await served.open(PHONE);
      await chooseKind(page, 'tarot');
      const lefts = await page
        .locator('.fan button')
        .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().left));
      expect(lefts).toHaveLength(78);
      const narrowest = Math.min(...lefts.slice(1).map((left, at) => left - (lefts[at] ?? 0)));
      expect(narrowest).toBeGreaterThanOrEqual(MIN_TARGET_PX);
      for (const card of [0, 40, 77]) {
        const button = page.locator('.fan button').nth(card);
        await button.scrollIntoViewIfNeeded();
        await button.tap({ position: { x: MIN_TARGET_PX / 2, y: 60 } });
        expect(await button.getAttribute('aria-pressed')).toBe('true');
      }
      expect(await page.textContent('.picker [role=status]')).toBe('3 of 3 chosen');
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'jumps to the parts of a reading',
    async () => {
      const page = await served.open({ ...PHONE, reducedMotion: 'reduce' });
      await served.read(page, 'dream');
      await page.locator('.jump-bar button', { hasText: 'What you can do' }).tap();
      const top = (selector: string) => `document.querySelector('${selector}').getBoundingClientRect().top`;
      await until(page, `${top('.jump-bar')} < 1 && ${top('[data-section=recommendations]')} < innerHeight / 2`);
      const barBottom = await page.evaluate<number>(
        `document.querySelector('.jump-bar').getBoundingClientRect().bottom`,
      );
      expect(await page.evaluate<number>(top('[data-section=recommendations]'))).toBeGreaterThanOrEqual(barBottom - 1);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'explains terms in a text and below a picture, within the window',
    async () => {
      served.upstream.mode = says('Your day master is strong. The day master is metal.');
      const page = await served.open(PHONE);
      await served.read(page, 'destiny');
      const section = page.locator('article[data-section=character]');
      expect(await section.locator('.term').allTextContents()).toEqual(['day master']);
      await section.locator('.term').tap();
      const tip = page.locator('.tip:popover-open');
      expect(await tip.textContent()).toContain('It stands for you.');
      const { left, right } = await tip.evaluate((element) => {
        const box = element.getBoundingClientRect();
        return { left: box.left, right: box.right };
      });
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(PHONE.viewport.width);
      await page.keyboard.press('Escape');
      expect(await tip.count()).toBe(0);
      await page.locator('.saju .term', { hasText: 'Hidden stems' }).focus();
      await page.keyboard.press('Enter');
      expect(await tip.textContent()).toMatch(/^Hidden stems/);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'fills in an example',
    async () => {
      const page = await served.open(PHONE);
      await page.waitForSelector('[name=dream]');
      const example = page.locator('.examples button').first();
      const words = await example.textContent();
      await example.tap();
      expect(await page.inputValue('[name=dream]')).toBe(words);
      expect(await page.locator('.examples').count()).toBe(0);
      expect(await page.evaluate('document.activeElement.name')).toBe('dream');
      await submit(page);
      await ended(page);
    },
    PAGE_PATIENCE_MS,
  );
});
