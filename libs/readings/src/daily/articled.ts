import type { Locale } from '@app/text';

/** The name of a planet as used in a sentence: in English only the Sun and the Moon take an article. */
export const articled = ({ id, name }: { readonly id: string; readonly name: string }, locale: Locale): string =>
  locale === 'en' && (id === 'sun' || id === 'moon') ? `the ${name}` : name;
