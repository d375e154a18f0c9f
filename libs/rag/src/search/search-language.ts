import { dominantScript } from '@app/text';
import type { Locale } from '@app/text';

/** The language a text is looked up in: its own where the script tells, else that of the reading. */
export function searchLanguage(text: string, locale: Locale): Locale {
  const script = dominantScript(text);
  if (script === 'hangul') return 'ko';
  return script === 'latin' ? 'en' : locale;
}

export const otherLanguage = (lang: Locale): Locale => (lang === 'ko' ? 'en' : 'ko');
