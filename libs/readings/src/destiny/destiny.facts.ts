import { z } from 'zod';

const pillar = z.string().nullable();
const note = z.looseObject({ field: z.string(), reason: z.string() });

const saju = z.looseObject({
  pillars: z
    .looseObject({ year: pillar, month: pillar, day: pillar, hour: pillar })
    .describe('Two Chinese characters each; null when unknown'),
  dayMaster: z.string(),
  dayMasterName: z.string(),
  elements: z.record(z.string(), z.number()),
});

const placement = z
  .looseObject({ sign: z.string(), signName: z.string(), degree: z.number().optional(), house: z.int().optional() })
  .nullable();

const astrology = z.looseObject({ sun: placement, moon: placement, ascendant: placement, midheaven: placement });

/** The charts; empty when help lines are shown instead of a reading. */
export const shownDestinyFacts = z.looseObject({
  theme: z.string().optional(),
  date: z.string().optional().describe('Date for which transits and luck are computed'),
  birth: z.looseObject({ date: z.string(), time: z.string().nullable() }).optional(),
  saju: saju.optional(),
  astrology: astrology.optional(),
  subjects: z.array(z.looseObject({ id: z.string(), title: z.string() })).optional(),
  leftOut: z.array(note).optional().describe('Parts that could not be computed'),
  assumed: z.array(note).optional(),
});
