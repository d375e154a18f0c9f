import { isTimezone } from '@app/divination';
import type { Locale } from '@app/text';
import { z } from 'zod';

export const readerTimezone = z
  .string()
  .max(64)
  .refine(isTimezone, 'must be an IANA name such as Asia/Seoul')
  .nullish()
  .describe(
    'Where the reader is now; decides their date. Default: in daily readings the zone of the birthplace, if it is known, ' +
      'otherwise Asia/Seoul for Korean and UTC for English',
  );

/** Zone of a reader of whom neither the zone nor the birthplace is known. */
export const defaultTimezone = (locale: Locale): string => (locale === 'ko' ? 'Asia/Seoul' : 'UTC');
