import { isTimezone } from '@app/divination';
import type { Locale } from '@app/text';
import { z } from 'zod';

export const readerTimezone = z
  .string()
  .max(64)
  .refine(isTimezone, 'must be an IANA name such as Asia/Seoul')
  .nullish()
  .describe('Where the reader is now; decides their date. Asia/Seoul for Korean, UTC for English when absent');

export const defaultTimezone = (locale: Locale): string => (locale === 'ko' ? 'Asia/Seoul' : 'UTC');
