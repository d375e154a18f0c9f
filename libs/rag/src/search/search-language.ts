import { dominantScript, type Locale } from '@app/text';

/**
 * Returns the language in which a text is searched: that of its script if it is Hangul or Latin, otherwise the
 * reading's locale.
 */
export function searchLanguage(text: string, locale: Locale): Locale {
  const script = dominantScript(text);
  if (script === 'hangul') return 'ko';
  return script === 'latin' ? 'en' : locale;
}

export const otherLanguage = (lang: Locale): Locale => (lang === 'ko' ? 'en' : 'ko');
