import { existsSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Path of Debian's package `chromium`. */
const CHROMIUM = '/usr/bin/chromium';

/** Tests that need a browser use `(hasChromium ? describe : describe.skip)(inChromium('…'))`. */
export const hasChromium = existsSync(CHROMIUM);
export const inChromium = (name: string): string =>
  hasChromium ? name : `${name} – skipped: ${CHROMIUM} not found (apt-get install chromium)`;

export async function startBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const args = ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** A page with its recorded side effects. */
export interface WatchedPage {
  readonly page: Page;
  /** Descriptions of dialogs, errors, CSP violations and requests to other origins. */
  readonly incidents: string[];
}

/** Opens a URL in a fresh profile and records incidents. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const incidents: string[] = [];
  const { origin } = new URL(url);
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(origin) && !to.startsWith('data:')) incidents.push(`request: ${to}`);
  });
  await page.exposeFunction('noteViolation', (what: string) => incidents.push(`policy: ${what}`));
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (event) =>
      noteViolation(event.violatedDirective + ' ' + event.blockedURI));`,
  );
  await page.goto(url);
  return { page, incidents };
}
