import { expect, describe as suite, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasChromium, inChromium } from './harness/browser.js';
import { PAGE_PATIENCE_MS, chooseKind, ended, submit } from './harness/page-steps.js';
import { servePage } from './harness/serve-page.js';

const describe = hasChromium ? suite : suite.skip;
const SIGNS = 'aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces'.split(' ');
/** Stems and branches of each element (五行). */
const ELEMENTS: Readonly<Record<string, string>> = {
  wood: '甲乙寅卯',
  fire: '丙丁巳午',
  earth: '戊己辰戌丑未',
  metal: '庚辛申酉',
  water: '壬癸子亥',
};
const elementOf = (character: string) =>
  Object.entries(ELEMENTS).find(([, characters]) => characters.includes(character))?.[0];

interface Placement {
  readonly sign: string;
  readonly degree: number;
}
interface DreamLink {
  readonly from: string;
  readonly to: string;
  readonly via?: { readonly id: string };
}
interface DestinyFacts {
  readonly saju: { readonly pillars: Readonly<Record<string, string>>; readonly luck: { readonly current: unknown } };
  readonly astrology: Readonly<Record<string, Placement>>;
}

/** Radians of a point of a drawing, counter-clockwise from the right. */
const angleOf = ({ x, y }: { readonly x: number; readonly y: number }) => Math.atan2(-y, x);
const longitudeOf = ({ sign, degree }: Placement) => SIGNS.indexOf(sign) * 30 + degree;
const apart = (one: number, other: number) => Math.abs(((one - other + 540) % 360) - 180);

/** What a screen reader says of the first picture. */
const labelOf = (page: Page) => page.locator('.facts svg[data-picture]').first().getAttribute('aria-label');

describe(inChromium('the pictures of the web page'), () => {
  const served = servePage('A short answer.');

  it(
    'draws every body within half a degree of its longitude, and every pillar in the colour of its element',
    async () => {
      const birth = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' };
      const response = await fetch(`${served.url()}/v1/readings/destiny`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ birth, locale: 'en' }),
      });
      const { facts } = (await response.json()) as { readonly facts: DestinyFacts };
      const page = await served.open();
      await served.read(page, 'destiny');

      const drawn = await page.locator('.wheel [data-body]').evaluateAll((bodies) =>
        bodies.map((body) => {
          const place = body.querySelector('.place');
          const at = (name: string) => Number(place?.getAttribute(name));
          return { name: body.getAttribute('data-body') ?? '', point: { x: at('cx'), y: at('cy') } };
        }),
      );
      expect(drawn.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other))).toEqual(
        'jupiter mars mercury moon neptune pluto saturn sun uranus venus'.split(' '),
      );
      const { ascendant } = facts.astrology;
      for (const { name, point } of drawn) {
        const placement = facts.astrology[name];
        if (!placement || !ascendant) throw new Error(`no placement of ${name}`);
        const longitude = (angleOf(point) * 180) / Math.PI + 180 + longitudeOf(ascendant);
        // `closeTo` with no digits: less than half a degree.
        expect([name, apart(longitude, longitudeOf(placement))]).toEqual([name, expect.closeTo(0, 0)]);
      }

      const colours = await page.evaluate<[string, string][]>(
        `[...document.querySelectorAll('.element-ring .dot')].map((dot) =>
          [dot.className.slice('dot el-'.length), getComputedStyle(dot).backgroundColor])`,
      );
      const colourOf = new Map(colours);
      expect(new Set(colourOf.values()).size).toBe(5);
      for (const [name, characters] of Object.entries(facts.saju.pillars)) {
        const tiles = page.locator(`[data-pillar=${name}] .tile`);
        for (const [at, character] of characters.split('').entries()) {
          const tile = tiles.nth(at);
          expect(await tile.locator('.hanja').textContent()).toBe(character);
          const fill = await page.evaluate<string>(
            `getComputedStyle(document.querySelectorAll('[data-pillar=${name}] .tile rect')[${at}]).fill`,
          );
          expect([name, character, fill]).toEqual([name, character, colourOf.get(elementOf(character) ?? '')]);
        }
      }
      expect(await page.locator('.strip [data-now]').count()).toBe(2);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'names what a body means to a keyboard',
    async () => {
      const page = await served.open();
      await served.read(page, 'destiny');
      await page.locator('.wheel [data-body=mercury]').focus();
      expect(await page.textContent('.meaning b')).toMatch(/^Mercury: Taurus 8°\d\d′, house 11, retrograde$/);
      expect(await page.locator('.wheel .aspect.picked').count()).toBeGreaterThan(0);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'says the lines of a hexagram and draws what they change into',
    async () => {
      const page = await served.open();
      await chooseKind(page, 'iching');
      await page.locator('.advanced summary').click();
      await page.fill('[name=lines]', '6 7 8 9 7 8');
      await submit(page);
      await ended(page);
      const label = (await labelOf(page)) ?? '';
      expect(label.match(/Line \d: (?:old|young) (?:yin|yang)/g)).toHaveLength(6);
      expect(label).toMatch(/^Hexagram 47\. .* becomes 60\. /);
      expect(await page.locator('.hexagrams [data-line]').count()).toBe(6);
      expect(await page.locator('.yao.changes').count()).toBe(2);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'links the symbols of a dream as the graph does, and says so',
    async () => {
      const dream = 'A snake chased me. I was afraid.';
      const response = await fetch(`${served.url()}/v1/readings/dream`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ dream, locale: 'en' }),
      });
      const { facts } = (await response.json()) as { readonly facts: { readonly links: readonly DreamLink[] } };
      expect(facts.links).toContainEqual({ from: 'dream:snake', to: 'emotion:fear', weight: expect.any(Number) });
      const page = await served.open();
      await page.waitForSelector('[name=dream]');
      await page.fill('[name=dream]', dream);
      await submit(page);
      await ended(page);
      // A theme that means the same as a symbol is drawn as the symbol.
      expect(await page.locator('[data-node="theme:pursuit"]').count()).toBe(0);
      const isDrawn = ({ via, from, to }: DreamLink) => !via && ![from, to].includes('theme:pursuit');
      const direct = facts.links.filter(isDrawn);
      expect(direct.length).toBeGreaterThan(0);
      for (const { from, to } of direct) expect(await page.locator(`[data-link="${from} ${to}"]`).count()).toBe(1);
      for (const { from, via } of facts.links.filter((link) => link.via).slice(0, 2))
        expect(await page.locator(`[data-link="${from} ${via?.id}"]`).count()).toBe(1);
      expect(await labelOf(page)).toMatch(/Linked: .*Snake – Fear/);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'draws a line for every relation of two charts up to the limit, and names all of them',
    async () => {
      const page = await served.open();
      await served.read(page, 'compatibility');
      const listed = await page.locator('.relations li').allTextContents();
      expect(listed.length).toBeGreaterThan(0);
      expect(await page.locator('.pair-picture .relation').count()).toBe(Math.min(listed.length, 5));
      const label = (await labelOf(page)) ?? '';
      for (const relation of listed) expect(label).toContain(relation.trim());
      expect(await page.locator('.pair-picture [data-place] .tile').count()).toBe(16);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'draws the pillar of the day beside that of the person',
    async () => {
      const page = await served.open();
      await served.read(page, 'daily');
      expect(await page.locator('.days svg .tile').count()).toBe(4);
      expect(await labelOf(page)).toMatch(/^\w+day,? \d+ \w+: /);
      expect(await page.locator('.sky .moon').count()).toBe(1);
    },
    PAGE_PATIENCE_MS,
  );

  it.each([
    ['ko-KR', /^십성: 천간 정인 · 지지 겁재\s*12운성: 제왕\s*공망$/],
    ['en-US', /^Ten gods: Stem Direct Resource · Branch Rob Wealth\s*Life stage: Peak\s*void$/],
  ])(
    'names the ten gods, the life stage and a void branch of a day (%s)',
    async (locale, words) => {
      const page = await served.open({ locale });
      // 己酉, seen from 庚辰, whose void branches are 申 and 酉.
      await page.route('**/v1/readings/daily*', (route) => {
        const body = JSON.parse(route.request().postData() ?? '{}') as object;
        return route.continue({ postData: JSON.stringify({ ...body, day: '2026-12-01' }) });
      });
      await served.read(page, 'daily');
      expect(await page.textContent('.days .gods')).toMatch(words);
      const terms = await page.locator('.days .term').allTextContents();
      expect(terms).toContain(locale === 'ko-KR' ? '공망' : 'Void');
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'does not draw what the dreamer denied',
    async () => {
      const page = await served.open();
      await page.waitForSelector('[name=dream]');
      await page.fill('[name=dream]', 'A snake came into the house. There was no tiger.');
      await submit(page);
      await ended(page);
      expect(await page.locator('[data-node="dream:snake"]').count()).toBe(1);
      expect(await page.locator('[data-node="dream:tiger"]').count()).toBe(0);
      expect(await page.textContent('.facts')).not.toMatch(/tiger/i);
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'keeps still for readers who prefer reduced motion',
    async () => {
      const page = await served.open({ locale: 'en-US', reducedMotion: 'reduce' });
      await served.read(page, 'iching');
      const animation = `getComputedStyle(document.querySelector('.cast')).animationName`;
      expect(await page.evaluate(animation)).toBe('none');
    },
    PAGE_PATIENCE_MS,
  );

  it(
    'saves a picture as PNG',
    async () => {
      const page = await served.open();
      await served.read(page, 'destiny');
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('.save-picture')]);
      expect(download.suggestedFilename()).toMatch(/^destiny-.*\.png$/);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const png = Buffer.concat(chunks);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(Math.max(png.readUInt32BE(16), png.readUInt32BE(20))).toBe(1_600);
      // An empty picture of this size compresses to a few kilobytes.
      expect(png.length).toBeGreaterThan(40_000);
    },
    PAGE_PATIENCE_MS,
  );
});
