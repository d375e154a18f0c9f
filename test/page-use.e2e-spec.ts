import { expect, describe as suite, it } from '@jest/globals';
import { hasChromium, inChromium } from './harness/browser.js';
import { PAGE_PATIENCE_MS, chooseKind, ended, fillIn, submit, until } from './harness/page-steps.js';
import { servePage } from './harness/serve-page.js';

const describe = hasChromium ? suite : suite.skip;

describe(inChromium('using the web page'), () => {
  const served = servePage('It changes [1] slowly.');

  it(
    'keeps a conversation: earlier turns, a question of one’s own, the focus in the box',
    async () => {
      const page = await served.open();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
      await served.read(page, 'dream');
      await page.fill('[name=follow-up]', 'Is the snake a friend?');
      await page.keyboard.press('Enter');
      await until(page, `document.querySelectorAll('.reading').length === 2`);
      await ended(page);
      expect(await page.locator('.question').allTextContents()).toEqual(['Is the snake a friend?']);
      await page.locator('.followups button').first().click();
      expect(await page.evaluate('document.activeElement.name')).toBe('follow-up');
      await until(page, `document.querySelectorAll('.reading').length === 3`);
      await ended(page);
      const last = requests.findLast((request) => request.includes('/dream-chat')) ?? '';
      expect(last).toContain('Is the snake a friend?');
      expect(last.split('"role":"assistant"')).toHaveLength(3);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'writes the same cards anew, past the cache',
    async () => {
      const page = await served.open();
      await served.read(page, 'tarot');
      const cards = await page.locator('.cards li').allTextContents();
      const [request] = await Promise.all([
        page.waitForRequest((one) => one.method() === 'POST'),
        page.locator('.reading-actions button').first().click(),
      ]);
      expect(request.headers()['cache-control']).toBe('no-cache');
      await ended(page);
      expect(await page.locator('.cards li').allTextContents()).toEqual(cards);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'opens a shared reading by its link, and says when there is none',
    async () => {
      const page = await served.open({ locale: 'en-US', permissions: ['clipboard-read', 'clipboard-write'] });
      await served.read(page, 'dream');
      await page.locator('.reading-actions button', { hasText: 'Copy link' }).click();
      await until(page, `/Link copied/.test(document.querySelector('.reading-actions [role=status]').textContent)`);
      const link = await page.evaluate<string>('navigator.clipboard.readText()');
      const text = await page.textContent('article[data-section=summary] .text');
      await page.goto(link);
      await ended(page);
      expect(await page.textContent('article[data-section=summary] .text')).toBe(text);
      expect(await page.locator('.timings').count()).toBe(1);

      await page.goto(`${served.url()}/?reading=unknown`);
      await page.waitForSelector('#problem:not([hidden])');
      expect(await page.textContent('#problem')).toBe('The server does not know this reading.');
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'keeps drafts of every kind, and readings only when the reader wants it',
    async () => {
      const page = await served.open();
      await page.waitForSelector('[name=dream]');
      await page.fill('[name=dream]', 'A big snake.');
      await chooseKind(page, 'iching');
      await chooseKind(page, 'dream');
      expect(await page.inputValue('[name=dream]')).toBe('A big snake.');
      await submit(page);
      await ended(page);
      expect(await page.evaluate(`localStorage.getItem('history')`)).toBeNull();

      await page.locator('.history summary').click();
      await page.check('.history [type=checkbox]');
      await submit(page);
      await until(page, `localStorage.getItem('history') !== null`);
      await page.reload();
      await page.waitForSelector('[name=dream]');
      expect(await page.inputValue('[name=dream]')).toBe('A big snake.');
      await page.locator('.history summary').click();
      await page.locator('.history li .plain').click();
      expect(await page.textContent('article[data-section=summary] .text')).toContain('It changes');
      await page.uncheck('.history [type=checkbox]');
      expect(await page.evaluate(`localStorage.getItem('history')`)).toBeNull();
    },
    PAGE_PATIENCE_MS,
  );

  it.each([
    ['ko-KR', '이 칸을 채워 주세요.', '날짜를 1990-05-15처럼 적어 주세요.'],
    ['en-US', 'Please fill this in.', 'Please write the date like 1990-05-15.'],
  ])(
    'explains an invalid field next to it, in the language of the page (%s)',
    async (locale, missing, notDate) => {
      const page = await served.open({ locale });
      const problem = page.locator('label:has([name="birth.date"]) .field-problem');
      await chooseKind(page, 'destiny');
      await submit(page);
      expect(await problem.textContent()).toBe(missing);
      expect(await page.evaluate('document.activeElement.name')).toBe('birth.date');
      await page.fill('[name="birth.date"]', 'May');
      expect(await problem.count()).toBe(0);
      await submit(page);
      expect(await problem.textContent()).toBe(notDate);
      await page.fill('[name="birth.date"]', '1300-01-01');
      await submit(page);
      await page.waitForSelector('#problem:not([hidden])');
      expect(await problem.textContent()).toMatch(/1900/);
      expect(await page.locator('.reading').count()).toBe(0);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'copies the text of the sections without citations',
    async () => {
      const page = await served.open({ locale: 'en-US', permissions: ['clipboard-read', 'clipboard-write'] });
      await served.read(page, 'iching');
      await page.locator('.reading-actions button', { hasText: /^Copy$/ }).click();
      await until(page, `/Copied/.test(document.querySelector('.reading-actions [role=status]').textContent)`);
      const text = await page.evaluate<string>('navigator.clipboard.readText()');
      for (const title of await page.locator('article h2').allTextContents()) expect(text).toContain(title);
      expect(text.match(/It changes slowly\./g)).toHaveLength(await page.locator('article').count());
    },
    PAGE_PATIENCE_MS,
  );

  it.each(['compatibility', 'daily', 'tarot'])(
    'prints the reading of %s and nothing else',
    async (kind) => {
      const page = await served.open();
      await served.read(page, kind);
      await page.emulateMedia({ media: 'print' });
      for (const shown of ['article h2', '.facts svg[data-picture]', 'article .text'])
        expect([shown, await page.locator(shown).first().isVisible()]).toEqual([shown, true]);
      for (const hidden of ['.entry', '#kinds', '.emblem', '.follow-up', '.reading-actions', 'footer'])
        expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    },
    PAGE_PATIENCE_MS,
  );

  it.each([
    ['ko-KR', '죽고 싶어요. 모든 것을 끝내고 싶어요.'],
    ['en-US', 'I want to kill myself.'],
  ])(
    'shows help lines that can be called (%s)',
    async (locale, words) => {
      const page = await served.open({ locale });
      await page.waitForSelector('[name=dream]');
      await page.fill('[name=dream]', words);
      await submit(page);
      await until(page, `document.querySelector('.reading a[href^="tel:"]') !== null`);
      const links = await page.locator('.reading a[href^="tel:"]').all();
      for (const link of links) {
        const digits = (await link.textContent())?.replaceAll(/\D/g, '');
        expect(await link.getAttribute('href')).toBe(`tel:${digits}`);
      }
      expect(await page.locator('.follow-up').isVisible()).toBe(false);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'suggests places and takes a double hour of a lunar birth date',
    async () => {
      const page = await served.open({ locale: 'ko-KR' });
      const bodies: string[] = [];
      page.on('request', (request) => bodies.push(request.postData() ?? ''));
      await chooseKind(page, 'destiny');
      await page.fill('[name="birth.date"]', '19900230');
      await page.selectOption('[name="birth.calendar"]', 'lunar');
      await page.locator('.time-mode').selectOption('doubleHour');
      await page.selectOption('select[name="birth.time"]', '축시');
      await page.fill('[name="birth.city"]', '수원');
      await until(page, `document.querySelector('datalist[id="birth.city-places"] option') !== null`);
      const place = await page.locator('datalist[id="birth.city-places"] option').first().getAttribute('value');
      expect(place).toBe('수원시, 경기도');
      await page.fill('[name="birth.city"]', place ?? '');
      await submit(page);
      await ended(page);
      const { birth } = JSON.parse(bodies.find((body) => body.includes('birth')) ?? '') as { readonly birth: unknown };
      expect(birth).toMatchObject({ date: '19900230', calendar: 'lunar', time: '축시', city: '수원시, 경기도' });
      expect(await page.locator('#problem').isVisible()).toBe(false);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'draws the time axis while the reading arrives and when it is complete',
    async () => {
      served.upstream.mode = 'ok?tokens=60&delay=20';
      const page = await served.open();
      await fillIn(page, 'dream');
      await submit(page);
      await page.locator('.timings > summary').click();
      await until(page, `document.querySelectorAll('.waterfall [data-stage^=section_] .first-text').length > 0`);
      await ended(page);
      const stages = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.waterfall [data-stage]')].map((row) => row.dataset.stage)`,
      );
      for (const stage of ['plan', 'retrieve_graph', 'retrieve_domain', 'section_summary', 'section_symbols'])
        expect(stages).toContain(stage);
      expect(await page.locator('.waterfall .first-text').count()).toBe(3);
    },
    PAGE_PATIENCE_MS,
  );
});
