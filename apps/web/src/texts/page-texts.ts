import type { Locale } from '../server/catalogue.js';
import type { Refusal } from '../server/refusal.js';
import { EN, type PageTexts } from './en.js';
import { KO } from './ko.js';
import { FIELD_NAMES } from './names.js';

export const TEXTS: Readonly<Record<Locale, PageTexts>> = { ko: KO, en: EN };

/** Explains a rejected request and names the fields; uses the server's message if the page has no text for the code. */
export function describeRefusal({ code, message, fields }: Refusal, locale: Locale): string {
  const { refusals, refused } = TEXTS[locale];
  const text = refusals[code] ?? refused;
  if (text === undefined) return message;
  const names = fields.map((field) => FIELD_NAMES[field.split('.').at(-1) ?? '']?.[locale]);
  const where = [...new Set(names.filter(Boolean))].join(', ');
  return where ? `${text} (${where})` : text;
}
