import { z } from 'zod';

export const helpLine = z.object({
  name: z.string().min(1),
  /** Telephone number, or an address where there is no number. */
  number: z.string().min(1),
  hours: z.string().min(1),
  url: z.url().optional(),
});

const forLocale = z.object({ title: z.string().min(1), message: z.string().min(1), lines: z.array(helpLine).min(1) });

/**
 * Schema of `safety/help-lines.json` in the built-in knowledge files: help lines for each locale, with the date of the
 * list.
 */
export const helpLines = z.object({
  date: z.iso.date(),
  version: z.string(),
  locales: z.object({ ko: forLocale, en: forLocale }),
});

export type HelpLine = Readonly<z.infer<typeof helpLine>>;
export type HelpLines = Readonly<z.infer<typeof helpLines>>;
