import { z } from 'zod';
import { helpLine } from './help-lines.js';

export const CARE_TOPICS = [
  'passive-death-wish',
  'commanding-voices',
  'violent-urges',
  'abuse',
  'pregnancy-loss',
  'bereavement',
  'eating',
  'addiction',
  'illness',
] as const;

/** Topics in order of urgency, most urgent first. */
export type CareTopic = (typeof CARE_TOPICS)[number];

const patterns = z.object({ ko: z.array(z.string().min(2)), en: z.array(z.string().min(2)) });

const topic = z.object({
  always: patterns,
  waking: patterns,
  urgent: patterns,
  not: patterns,
  acknowledgement: z.object({ ko: z.string(), en: z.string() }),
  lines: z.object({ ko: z.array(helpLine), en: z.array(helpLine) }),
  rules: z.array(z.string()),
  avoidTags: z.array(z.string()),
});

/**
 * Schema of `safety/care.json` in the built-in knowledge files; the `matching` block of the file documents its format.
 */
export const careData = z.object({
  date: z.iso.date(),
  version: z.string(),
  /** Patterns of sentences about luck, fate or good cheer. */
  omens: patterns,
  words: z.record(z.string(), z.string().min(1)),
  topics: z.record(z.enum(CARE_TOPICS), topic),
});

export type CareData = z.infer<typeof careData>;
