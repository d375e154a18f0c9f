import { expect, describe as suite, it } from '@jest/globals';
import { hasChromium, inChromium } from './harness/browser.js';
import { PAGE_PATIENCE_MS, says, until } from './harness/page-steps.js';
import { servePage } from './harness/serve-page.js';

const describe = hasChromium ? suite : suite.skip;

describe(inChromium('the sources of a reading on the web page'), () => {
  const served = servePage('It changes [1] slowly.');

  it(
    'shows Markdown as elements and opens the passage behind a citation',
    async () => {
      served.upstream.mode = says('It is **bold** [1].\n\n- one\n- two\n\n1. first\n\n<b>not bold</b>');
      const page = await served.open();
      await served.read(page, 'dream');
      const section = page.locator('article[data-section=summary] .text');
      expect(await section.locator('strong').allTextContents()).toEqual(['bold']);
      expect(await section.locator('ul li').allTextContents()).toEqual(['one', 'two']);
      expect(await section.locator('ol li').allTextContents()).toEqual(['first']);
      expect(await section.textContent()).toContain('<b>not bold</b>');
      expect(await section.textContent()).not.toContain('**');
      const passage = 'A snake may stand for change.';
      await page.route('**/v1/passages/*', (route) => route.fulfill({ json: { text: passage } }));
      await section.locator('.cite').click();
      const popover = page.locator('.popover:popover-open');
      expect(await popover.locator('h2').textContent()).toMatch(/^1\. /);
      await popover.locator('.passage').waitFor();
      expect(await popover.locator('.passage').textContent()).toBe(passage);
      await page.keyboard.press('Escape');
      await until(page, `document.querySelector('.popover:popover-open') === null`);
      expect(await page.evaluate('document.activeElement.className')).toBe('cite');
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'says once that texts are its own, and at each source what it is based on',
    async () => {
      const page = await served.open({ locale: 'ko-KR' });
      await page.route('**/v1/readings/dream*', async (route) => {
        const response = await route.fetch();
        const source = '"source":"Persona: own text; Korean folk dream reading (haemong) tradition"';
        await route.fulfill({ response, body: (await response.text()).replaceAll('"source":"test"', source) });
      });
      await served.read(page, 'dream');
      const sources = (await page.textContent('.sources-fold')) ?? '';
      expect(sources.match(/직접 쓴 글/g)).toHaveLength(1);
      expect(await page.locator('.sources li small').allTextContents()).toContain(' 한국의 해몽 전통');
      expect(sources).not.toMatch(/own text|haemong/);
    },
    PAGE_PATIENCE_MS,
  );
});
