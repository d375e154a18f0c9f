import type { CareBrief } from '@app/composer';
import type { Care } from '@app/safety';
import type { Locale } from '@app/text';

const INVITATION: Readonly<Record<Locale, string>> = {
  ko: '이야기를 나누고 싶으실 때',
  en: 'If you would like to talk to someone',
};

/** Converts a care topic for one section. The first section opens with the acknowledgement and the first help line. */
export function careBrief({ topic, acknowledgement, lines, rules }: Care, locale: Locale, isFirst: boolean): CareBrief {
  const [line] = lines;
  const offer = line ? `\n\n${INVITATION[locale]}: ${line.name}, ${line.number} (${line.hours}).` : '';
  return { topic, lead: isFirst ? acknowledgement + offer : '', rules };
}
