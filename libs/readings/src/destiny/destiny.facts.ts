import { z } from 'zod';

const pillar = z.string().nullable();
const note = z.looseObject({ field: z.string(), reason: z.string() });

const tenGods = z
  .looseObject({
    stem: z.string().optional().describe('Absent for the day, to which all others are relative'),
    stemId: z.string().optional(),
    branch: z.string(),
    branchId: z.string(),
  })
  .nullable();

const saju = z.looseObject({
  pillars: z
    .looseObject({ year: pillar, month: pillar, day: pillar, hour: pillar })
    .describe('Two Chinese characters each; null when unknown'),
  dayMaster: z.string(),
  dayMasterName: z.string(),
  elements: z.record(z.string(), z.number()),
  tenGods: z.looseObject({ year: tenGods, month: tenGods, day: tenGods, hour: tenGods }).optional(),
});

const placement = z
  .looseObject({ sign: z.string(), signName: z.string(), degree: z.number().optional(), house: z.int().optional() })
  .nullable();

const aspect = z.looseObject({
  from: z.string(),
  fromId: z.string(),
  aspect: z.string(),
  to: z.string(),
  toId: z.string(),
  orb: z.number().describe('Degrees'),
});

const astrology = z.looseObject({
  sun: placement,
  moon: placement,
  ascendant: placement,
  midheaven: placement,
  aspects: z.array(aspect).optional(),
  transits: z.array(aspect).optional().describe('Moving bodies to those of the chart'),
});

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
