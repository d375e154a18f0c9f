import { z } from 'zod';

export const helpLine = z.object({
  name: z.string().min(1),
  /** A telephone number or, where there is none, an address. */
  number: z.string().min(1),
  hours: z.string().min(1),
  url: z.url().optional(),
});

const forLocale = z.object({ title: z.string().min(1), message: z.string().min(1), lines: z.array(helpLine).min(1) });

/** `safety/help-lines.json` of the knowledge pack: help lines per locale, with the date of the list. */
export const helpLines = z.object({
  date: z.iso.date(),
  version: z.string(),
  locales: z.object({ ko: forLocale, en: forLocale }),
});

export type HelpLine = Readonly<z.infer<typeof helpLine>>;
export type HelpLines = Readonly<z.infer<typeof helpLines>>;
