import type { Page } from 'playwright-core';
import { waitUntil } from './wait-until.js';

/** Long timeout, because browsers start slowly on a busy machine. */
export const PAGE_PATIENCE_MS = 60_000;

/** Mode in which the scriptable upstream answers with the given text. */
export const says = (text: string, more = ''): string => `ok?text=${encodeURIComponent(text)}${more}`;

export const submit = (page: Page): Promise<void> => page.click('#question button[type=submit]');

/** Polls an expression: the page's CSP forbids Playwright's waitForFunction with a string. */
export const until = (page: Page, expression: string): Promise<void> =>
  waitUntil(async () => Boolean(await page.evaluate(expression)), PAGE_PATIENCE_MS / 2);

/** Waits for the line with the total time, shown in either language when a reading ends. */
export const ended = (page: Page): Promise<void> =>
  until(page, `/Took|걸렸/.test(document.querySelector('.reading:last-child .engine')?.textContent)`);

/** Shows the form of a kind. */
export async function chooseKind(page: Page, kind: string): Promise<void> {
  await page.waitForSelector('#fields :is(input, textarea)');
  await page.locator(`#kinds button[data-kind=${kind}]`).click();
}

/** Fills in the required fields of a kind. */
export async function fillIn(page: Page, kind: string): Promise<void> {
  await chooseKind(page, kind);
  for (const [name, value] of Object.entries(FIELDS[kind] ?? {})) await page.fill(`[name="${name}"]`, value);
  if (kind === 'destiny') await page.selectOption('[name="birth.gender"]', 'female');
}

const BIRTH = { 'birth.date': '1990-05-15', 'birth.time': '07:05', 'birth.city': 'Seoul' };

/** Values for the required fields of each kind. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dream: { dream: 'A big snake came into the house.' },
  destiny: BIRTH,
  daily: BIRTH,
  compatibility: {
    'first.date': '1990-05-15',
    'first.time': '07:05',
    'first.city': 'Seoul',
    'second.date': '1988-11-02',
    'second.time': '22:40',
    'second.city': 'Busan',
  },
};
