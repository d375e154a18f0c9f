import type { Locale } from '../server/catalogue.js';
import type { ReadingError } from '../server/reading-client.js';
import { EN, type PageTexts } from './en.js';
import { KO } from './ko.js';
import { personOf } from '../form/form-fields.js';
import { FIELD_NAMES } from './names.js';

export const TEXTS: Readonly<Record<Locale, PageTexts>> = { ko: KO, en: EN };

/** Explains a rejected request: names the fields as in the form, else uses the page's or the server's text. */
export function describeRefusal({ code, message, errors }: ReadingError, locale: Locale): string {
  const { refusals, person } = TEXTS[locale];
  if (errors.length === 0) return refusals[code] ?? message;
  const explained = errors.map(({ field, message: why }) => {
    const index = personOf(field);
    const name = FIELD_NAMES[field.split('.').at(-1) ?? '']?.[locale] ?? field;
    return `${index === undefined ? '' : `${person(index + 1)} · `}${name}: ${why}`;
  });
  return [...new Set(explained)].join(' · ');
}
