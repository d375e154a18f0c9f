import type { Locale } from '@app/text';

/** ICU names zones that cover a whole country after the country; a Korean reader expects the city here. */
const KOREAN = new Map([
  ['Asia/Seoul', '서울 시각'],
  ['UTC', '세계 표준시(UTC)'],
]);

/** `서울 시각` or `New York time`. */
export function zoneWords(timezone: string, locale: Locale): string {
  if (locale === 'en') return timezone === 'UTC' ? timezone : `${cityOf(timezone)} time`;
  return KOREAN.get(timezone) ?? genericName(timezone).replace(/시간$/u, '시각');
}

const cityOf = (timezone: string): string => (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ');

const genericName = (timezone: string): string =>
  new Intl.DateTimeFormat('ko-KR', { timeZone: timezone, timeZoneName: 'shortGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timezone;
