// Takes the pictures of docs/page.md: every kind on a desktop and a phone, light and dark, in both languages. Needs
// Debian's chromium and the built server (`npm run build`).
//   node scripts/page-screenshots.js [--whole] [folder] [kind …]
// With --whole, the whole height as PNG instead of one window as WebP. PAGE_URL names a running server to use.
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const isWhole = process.argv.includes('--whole');
const [folder = 'docs/page', ...chosen] = process.argv.slice(2).filter((argument) => argument !== '--whole');
/** The kind whose form is also shown. */
const FIRST = 'dream';
const PATIENCE_MS = 120_000;
const QUALITY = 0.72;

const birth = { 'birth.date': '1990-05-15', 'birth.time': '07:05', 'birth.city': { ko: '서울', en: 'Seoul' } };

/** What is entered for each kind. */
const KINDS = {
  dream: {
    dream: {
      ko: '큰 뱀이 바다에서 나와 우리 집까지 나를 쫓아왔다. 무서웠지만 뱀의 눈은 따뜻했다. 문을 열자 어머니가 웃고 계셨다.',
      en: 'A big snake came out of the sea and chased me to our house. I was afraid, but its eyes were kind. When I opened the door, my mother was smiling.',
    },
  },
  tarot: {
    spread: 'celtic-cross',
    question: { ko: '새 일을 시작해도 될까요?', en: 'Shall I start the new job?' },
  },
  iching: { question: { ko: '이사를 가도 될까요?', en: 'Shall we move house?' }, lines: '6 7 8 9 7 8' },
  destiny: { ...birth, 'birth.gender': 'female' },
  compatibility: {
    'first.name': { ko: '지민', en: 'Alex' },
    'first.date': '1990-05-15',
    'first.time': '07:05',
    'first.city': { ko: '서울', en: 'Seoul' },
    'second.name': { ko: '현우', en: 'Sam' },
    'second.date': '1988-11-02',
    'second.time': '22:40',
    'second.city': { ko: '부산', en: 'Busan' },
  },
  daily: { ...birth },
};

const DEVICES = {
  desktop: { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true },
};

/** Device, colour scheme and language of each picture. */
const VIEWS = [
  ['desktop', 'light', 'ko'],
  ['desktop', 'dark', 'en'],
  ['phone', 'light', 'en'],
  ['phone', 'dark', 'ko'],
];

function startServer() {
  const env = { ...process.env, PORT: '0', CACHE_TTL_SECONDS: '0' };
  env.DATA_DIR ??= mkdtempSync(join(tmpdir(), 'page-screenshots-'));
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0):\d+/.exec(line)?.[0];
      if (found) resolve(found.replace('0.0.0.0', '127.0.0.1'));
    });
    child.once('exit', (code) => reject(new Error(`The server exited with ${code}`)));
  });
  return { child, url };
}

async function untilReady(url) {
  for (let left = PATIENCE_MS; left > 0; left -= 500) {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The server does not become ready');
}

async function fill(page, kind, locale) {
  await page.waitForSelector('#fields :is(input, textarea)');
  await page.click(`#kinds button[data-kind=${kind}]`);
  for (const [name, given] of Object.entries(KINDS[kind])) {
    const value = typeof given === 'string' ? given : given[locale];
    const field = page.locator(`[name="${name}"]`);
    if (!(await field.isVisible())) await page.click('.advanced summary');
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** The browser encodes the picture, so that no image library is needed. */
async function toWebp(context, png) {
  const page = await context.newPage();
  const base64 = await page.evaluate(
    async ([data, quality]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    },
    [png.toString('base64'), QUALITY],
  );
  await page.close();
  return Buffer.from(base64, 'base64');
}

async function take(browser, url, [device, colorScheme, locale], kind) {
  const context = await browser.newContext({
    ...DEVICES[device],
    colorScheme,
    locale: locale === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  await fill(page, kind, locale);
  const name = `${kind}-${device}-${colorScheme}-${locale}`;
  await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
  if (isWhole || kind === FIRST) await save(browser, `${name}-form`, await page.screenshot({ fullPage: isWhole }));
  await page.click('#question [type=submit]');
  await page.waitForSelector('.reading-actions', { timeout: PATIENCE_MS });
  await page.evaluate('document.activeElement.blur()');
  await page.evaluate(`document.querySelector('.reading').scrollIntoView({ block: 'start' })`);
  await save(browser, name, isWhole ? await page.locator('.reading').screenshot() : await page.screenshot());
  await context.close();
}

async function save(browser, name, png) {
  if (isWhole) {
    writeFileSync(join(folder, `${name}.png`), png);
  } else {
    const context = await browser.newContext();
    writeFileSync(join(folder, `${name}.webp`), await toWebp(context, png));
    await context.close();
  }
  process.stdout.write(`${name}\n`);
}

mkdirSync(folder, { recursive: true });
const server = process.env.PAGE_URL ? { url: process.env.PAGE_URL } : startServer();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
});
try {
  const url = await server.url;
  await untilReady(url);
  for (const kind of chosen.length > 0 ? chosen : Object.keys(KINDS))
    for (const view of VIEWS) await take(browser, url, view, kind);
} finally {
  await browser.close();
  server.child?.kill('SIGTERM');
}
