import { z } from 'zod';

const named = z.looseObject({ id: z.string(), name: z.string() });
const transit = z.looseObject({ from: named, to: named, aspect: named });

/** The days and transits for a birth chart; empty when help lines are shown instead of a reading. */
export const shownDailyFacts = z.looseObject({
  period: z.looseObject({ from: z.string(), until: z.string(), timezone: z.string() }).optional(),
  days: z
    .array(z.looseObject({ from: z.string(), pillar: z.string(), name: z.string(), isVoid: z.boolean() }))
    .optional()
    .describe('Day pillars against the chart'),
  sky: z
    .looseObject({
      moonSign: named,
      exact: z.array(transit.extend({ at: z.string().describe('In the time zone of the period') })),
      lasting: z.array(transit),
    })
    .optional(),
});
