import { afterAll, afterEach, beforeAll, beforeEach, expect, describe as suite, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { FakeRetriever, fakeRetrievers } from '@app/rag/testing';
import { READING_DEFINITIONS, type ReadingDefinition, dreamReading } from '@app/readings';
import type { Browser, Page } from 'playwright-core';
import { hasChromium, inChromium, openPage, startBrowser, type WatchedPage } from './harness/browser.js';
import { ScriptableUpstream } from './harness/index.js';
import { PAGE_PATIENCE_MS, chooseKind, ended, says, submit, until } from './harness/page-steps.js';
import { eventsOf, postForEvents } from './harness/read-events.js';
import { snakeRetrievers } from './harness/snake-passages.js';
import { type RunningServer, startServer } from './harness/start-server.js';
import { waitUntil } from './harness/wait-until.js';

const describe = hasChromium ? suite : suite.skip;
const PATIENCE_MS = PAGE_PATIENCE_MS;

const ATTACKS = [
  '<script>globalThis.ran=1</script>',
  '<img src=x onerror="globalThis.ran=2">',
  '<svg onload=globalThis.ran=3>',
  '[press](javascript:globalThis.ran=4)',
  '<a href="javascript:globalThis.ran=5">press</a>',
  '"><iframe srcdoc="<script>parent.ran=6</script>"></iframe>',
  "'-globalThis.ran-'",
  '{{constructor.constructor("globalThis.ran=7")()}}',
];
const ATTACK = ATTACKS.join(' ');

/** Facts and follow-ups in every supported shape, with an attack in each text. */
const pillars = { year: ATTACK, month: ATTACK, day: ATTACK, hour: ATTACK };
const hostileFacts = {
  symbols: [{ id: 'x', title: ATTACK }],
  emotions: [{ id: 'x', title: ATTACK }],
  themes: [{ id: 'x', title: ATTACK }],
  cards: [{ position: ATTACK, name: ATTACK, reversed: true }],
  lines: [6, 7, 8, 9, 7, 8],
  primary: { number: 1, name: ATTACK },
  changing: [1, 4],
  resulting: { number: 2, name: ATTACK },
  saju: { pillars, pillarNames: pillars, elements: { [ATTACK]: 3 } },
  astrology: { sun: { signName: ATTACK, house: 2 } },
  assumed: [{ field: 'x', reason: ATTACK }],
  leftOut: [],
};
const hostileReading: ReadingDefinition = {
  ...dreamReading,
  plan: () => ({
    facts: hostileFacts,
    tags: [],
    entities: [],
    question: 'a snake',
    followups: [ATTACK, ATTACKS[0] ?? '', ATTACKS[1] ?? ''],
  }),
};
const hostilePassages = fakeRetrievers().map(
  ({ kind }) =>
    new FakeRetriever(kind, [{ id: `${kind}:x`, title: ATTACK, text: 'A snake.', source: ATTACK, score: 1, tags: [] }]),
);

const ran = (page: Page) => page.evaluate('globalThis.ran');

describe(inChromium('the web page'), () => {
  let browser: Browser;
  let upstream: ScriptableUpstream;
  let server: RunningServer;
  let watched: WatchedPage | undefined;

  const open = async (locale: string, path = '/') => {
    watched = await openPage(browser, `${server.url}${path}`, { locale });
    return watched;
  };

  beforeAll(async () => {
    browser = await startBrowser();
    upstream = await new ScriptableUpstream().start();
  }, PATIENCE_MS);
  afterEach(async () => {
    await watched?.page.context().close();
    watched = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await upstream?.stop();
  });
  const variables = () => ({ OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key', CACHE_TTL_SECONDS: '0' });

  suite('with attacks in every field of a reading', () => {
    beforeAll(async () => {
      server = await startServer(variables(), [
        { token: RETRIEVERS, value: hostilePassages },
        { token: READING_DEFINITIONS, value: [hostileReading] },
      ]);
    });
    afterAll(() => server.close());

    it(
      'runs no attack and shows each as text',
      async () => {
        upstream.mode = says(`**bold** [1] ${ATTACK} [2]`);
        const { page, incidents } = await open('en-US');
        await page.fill('#fields textarea', ATTACK);
        await submit(page);
        await ended(page);
        for (const section of ['summary', 'symbols', 'recommendations'])
          expect(await page.textContent(`article[data-section=${section}] .text`)).toContain(ATTACK);
        expect(await page.textContent('.sources')).toContain(ATTACK);
        expect(await page.locator('.followups button').first().textContent()).toBe(ATTACK);
        const facts = (await page.textContent('.facts')) ?? '';
        // Symbol, feeling and theme twice each, as picture and as words; card, hexagrams, pillars, placement, note.
        expect(facts.split(ATTACK).length).toBeGreaterThan(6 + 2 + 2 + 4 + 1 + 1);
        expect(await page.locator('.reading :is(script, img, iframe, [onload], [onerror])').count()).toBe(0);
        expect(await page.locator('.reading a').count()).toBe(0);
        expect(await ran(page)).toBeUndefined();
        expect(incidents).toEqual([]);
      },
      PATIENCE_MS,
    );

    it(
      'blocks injected markup by its CSP',
      async () => {
        const { page, incidents } = await open('en-US');
        await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(ATTACKS[1])})`);
        await waitUntil(() => incidents.some((incident) => incident.startsWith('policy: script-src')));
        expect(await ran(page)).toBeUndefined();
      },
      PATIENCE_MS,
    );
  });

  suite('reading every kind', () => {
    const bodies: string[] = [];

    beforeAll(async () => {
      server = await startServer(variables(), [{ token: RETRIEVERS, value: snakeRetrievers() }]);
    });
    beforeEach(() => {
      upstream.mode = says('It changes [1] slowly.');
      bodies.length = 0;
    });
    afterAll(() => server.close());

    it('is sent with its CSP, as are its assets', async () => {
      const page = await fetch(server.url);
      const names = [...(await page.text()).matchAll(/\/page\/[\w.-]+/g)].map(([path]) => path);
      expect(names.length).toBeGreaterThan(2);
      for (const path of ['/', ...names]) {
        const { status, headers } = await fetch(`${server.url}${path}`);
        expect([path, status]).toEqual([path, 200]);
        expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
        expect(headers.get('content-security-policy')).not.toContain('unsafe');
        expect(headers.get('cache-control')).toMatch(path === '/' ? /no-cache/ : /immutable/);
      }
      for (const name of ['..%2fpage.controller.ts', 'index.html', 'page.js'])
        expect([name, (await fetch(`${server.url}/page/${name}`)).status]).toEqual([name, 404]);
    });

    it.each([
      ['dream', 'en-US', { textarea: 'A big snake came into the house.' }, ['summary', 'symbols', 'recommendations']],
      ['dream', 'ko-KR', { textarea: '큰 뱀이 집으로 들어왔다.' }, ['summary', 'symbols', 'recommendations']],
      ['tarot', 'en-US', { textarea: 'What now?' }, ['overall', 'cards', 'guidance']],
      ['tarot', 'ko-KR', {}, ['overall', 'cards', 'guidance']],
      ['iching', 'en-US', { textarea: 'Shall I move?' }, ['overview', 'advice']],
      ['iching', 'ko-KR', { textarea: '이사를 가도 될까요?' }, ['overview', 'advice']],
      [
        'destiny',
        'en-US',
        { '[name="birth.date"]': '1990-05-15', '[type=time]': '07:05' },
        ['character', 'now', 'advice'],
      ],
      [
        'destiny',
        'ko-KR',
        { '[name="birth.date"]': '19900515', '[name="birth.city"]': '서울' },
        ['character', 'now', 'advice'],
      ],
    ] as const)(
      'sends a valid %s from its form (%s), shows its facts and offers follow-ups',
      async (kind, locale, fields, sections) => {
        const { page, incidents } = await open(locale);
        page.on('request', (request) => bodies.push(request.postData() ?? ''));
        await chooseKind(page, kind);
        for (const [selector, value] of Object.entries(fields)) await page.fill(`#fields ${selector}`, value);
        await submit(page);
        await ended(page);
        for (const section of sections) {
          const article = page.locator(`article[data-section=${section}]`);
          expect(await article.getAttribute('data-status')).toBe('done');
          expect(await article.locator('.text').textContent()).toBe('It changes1 slowly.');
        }
        expect(JSON.parse(bodies.find((body) => body) ?? '')).toMatchObject({ locale: locale.slice(0, 2) });
        expect(await page.locator('.facts > *').count()).toBeGreaterThan(0);
        expect(await page.textContent('.facts')).not.toMatch(/undefined|null|\[object|NaN/);

        const [followUp] = await page.locator('.followups button').allTextContents();
        await page.locator('.followups button').first().click();
        await ended(page);
        await until(page, `document.querySelectorAll('.reading').length === 2`);
        await ended(page);
        expect(await page.textContent('.reading:last-child .question')).toBe(followUp);
        expect(await page.locator('.reading:last-child article[data-status=done]').count()).toBeGreaterThan(0);
        expect(await page.locator('#problem').isVisible()).toBe(false);
        expect(incidents).toEqual([]);
      },
      PATIENCE_MS,
    );

    it(
      'resumes after a lost connection and shows every word once',
      async () => {
        upstream.mode = 'ok?tokens=150&delay=20';
        const { page } = await open('en-US');
        await page.fill('#fields textarea', 'A snake in a storm.');
        await submit(page);
        const text = `document.querySelector('article[data-section=summary] .text')?.textContent ?? ''`;
        for (const length of [20, 200]) {
          await until(page, `(${text}).length > ${length}`);
          server.app.getHttpServer().closeAllConnections();
        }
        await ended(page);
        const dream = { dream: 'A snake in a calm.', locale: 'en' };
        const whole = await postForEvents(`${server.url}/v1/readings/dream`, dream);
        const deltas = eventsOf(whole, 'delta').filter(({ section }) => section === 'summary');
        expect(await page.evaluate(text)).toBe(deltas.map(({ content }) => content).join(''));
      },
      PATIENCE_MS,
    );

    it(
      'appends text as it arrives and aborts the upstream on stop',
      async () => {
        upstream.mode = 'ok?tokens=2000&delay=20';
        const { page } = await open('en-US');
        await page.fill('#fields textarea', 'A big snake.');
        await submit(page);
        const lengths = `[...document.querySelectorAll('article .text')].map((one) => one.textContent.length)`;
        await until(page, `${lengths}.length === 3 && ${lengths}.every((length) => length > 0)`);
        const before = await page.evaluate<number[]>(lengths);
        await until(page, `${lengths}.every((length, at) => length > ${JSON.stringify(before)}[at])`);
        expect(upstream.stats.open).toBe(3);
        await page.click('#stop');
        await waitUntil(() => upstream.stats.open === 0);
        expect(await page.textContent('.status')).toBe('Stopped.');
        expect(await page.locator('article[data-status=stopped]').count()).toBe(3);
        expect(await page.locator('#stop').isVisible()).toBe(false);
      },
      PATIENCE_MS,
    );

    it(
      'replaces the first reading by a second and keeps its stop button',
      async () => {
        upstream.mode = 'ok?tokens=2000&delay=20';
        const { page } = await open('en-US');
        await page.fill('#fields textarea', 'A big snake.');
        await submit(page);
        await waitUntil(() => upstream.stats.open === 3);
        const first = upstream.stats.started;
        await submit(page);
        await waitUntil(() => upstream.stats.started === first + 3 && upstream.stats.open === 3);
        expect(await page.locator('.reading').count()).toBe(1);
        expect(await page.locator('#stop').isVisible()).toBe(true);
        expect(await page.textContent('.status')).toBe('Reading…');
        await page.click('#stop');
        await waitUntil(() => upstream.stats.open === 0);
      },
      PATIENCE_MS,
    );

    it.each([
      ['en-US', 'The text broke off here.', 'Some parts could not be written.'],
      ['ko-KR', '글이 중간에 끊겼습니다.', '일부 내용은 쓰지 못했습니다.'],
    ])(
      'reports a failed section and keeps its text (%s)',
      async (locale, failure, status) => {
        upstream.mode = ({ index }) => (index === 0 ? 'clean-end?tokens=9&after=4' : 'ok?tokens=5');
        upstream.reset();
        const { page } = await open(locale);
        await page.fill('#fields textarea', 'A big snake.');
        await submit(page);
        await ended(page);
        const failed = page.locator('article[data-status=failed]');
        expect(await failed.locator('.failure').textContent()).toBe(failure);
        expect((await failed.locator('.text').textContent())?.length).toBeGreaterThan(3);
        expect(await page.textContent('.status')).toContain(status);
      },
      PATIENCE_MS,
    );

    it.each([
      ['en-US', /^Date of birth: the year must be between 1900 and 2100$/],
      ['ko-KR', /^생년월일: 연도는 1900년부터 2100년까지입니다\.$/],
    ])(
      'reports a rejected request (%s)',
      async (locale, words) => {
        const { page, incidents } = await open(locale);
        await chooseKind(page, 'destiny');
        await page.fill('[name="birth.date"]', '1300-01-01');
        await submit(page);
        await page.waitForSelector('#problem', { state: 'visible' });
        expect(await page.textContent('#problem')).toMatch(words);
        expect(await page.locator('.reading').count()).toBe(0);
        expect(incidents).toEqual([]);
      },
      PATIENCE_MS,
    );

    it(
      'reports a lost connection and keeps the input when the language changes',
      async () => {
        upstream.mode = 'ok?tokens=2000&delay=20';
        const { page } = await open('ko-KR');
        await page.fill('#fields textarea', '큰 뱀');
        await page.click('[data-locale=en]');
        expect(await page.inputValue('#fields textarea')).toBe('큰 뱀');
        await submit(page);
        await waitUntil(() => upstream.stats.open === 3);
        await page.route('**/v1/readings/dream?*', (route) => route.abort());
        server.app.getHttpServer().closeAllConnections();
        await until(page, `document.querySelector('.status').textContent.startsWith('The connection was interrupted')`);
        await until(page, `document.querySelector('.status').textContent.startsWith('The connection was lost')`);
        await waitUntil(() => upstream.stats.open === 0);
      },
      PATIENCE_MS,
    );
  });
});
