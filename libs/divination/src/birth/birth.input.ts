import { z } from 'zod';
import {
  AYANAMSHAS,
  DAY_BOUNDARIES,
  HIDDEN_STEM_TABLES,
  HOUSE_SYSTEMS,
  LUCK_AGE_ROUNDINGS,
  LUNAR_CALENDARS,
  SOLAR_TIMES,
  STRENGTH_METHODS,
  ZODIACS,
} from './conventions.js';

const text = (limit: number) => z.string().max(limit).nullish();
const degrees = z.union([z.number(), z.string().max(20)]).nullish();

/** Field names of the protocol and those that existing front ends send. `null` counts as absent. */
const place = {
  city: text(100).describe('City of birth, in Korean or English'),
  lat: degrees.describe('Degrees north'),
  lon: degrees.describe('Degrees east'),
  latitude: degrees,
  longitude: degrees,
  timezone: text(64).describe('IANA zone, as in Asia/Seoul; found from the place when absent'),
};

const person = {
  calendar: z
    .enum(['solar', 'lunar', '양력', '음력'])
    .nullish()
    .describe('Lunar calendar when lunar; solar when absent'),
  leapMonth: z.boolean().nullish().describe('The lunar month is a leap month'),
  gender: text(20).describe('male or female; decides the direction of the luck pillars. other when neither'),
};

/** Conventions on which schools of practice disagree; docs/divination.md explains each value. */
const conventions = {
  solarTime: z
    .union([z.literal(true), z.enum(SOLAR_TIMES)])
    .nullish()
    .describe(
      'Clock of the day and hour pillars: true solar time (default), mean solar time, or the clock on the wall',
    ),
  dayBoundary: z
    .enum(DAY_BOUNDARIES)
    .nullish()
    .describe('When the saju day begins: jasi (정자시, 23:00, the default), midnight, or splitJasi (야자시·조자시)'),
  lunarCalendar: z.enum(LUNAR_CALENDARS).nullish().describe('Of a lunar birth date: korean (default) or chinese'),
  hiddenStems: z
    .enum(HIDDEN_STEM_TABLES)
    .nullish()
    .describe('Table of hidden stems: korean (월률분야, the default) or chinese (人元)'),
  luckAgeRounding: z
    .enum(LUCK_AGE_ROUNDINGS)
    .nullish()
    .describe('How the age at which the luck pillars begin is rounded: nearest (default), down or up'),
  strengthMethod: z
    .enum(STRENGTH_METHODS)
    .nullish()
    .describe('How the strength of the day master is judged: points (default) or support (득령·득지·득세)'),
  houseSystem: z.enum(HOUSE_SYSTEMS).nullish().describe('House system of the birth chart; placidus when absent'),
  zodiac: z.enum(ZODIACS).nullish().describe('tropical (default) or sidereal'),
  ayanamsha: z.enum(AYANAMSHAS).nullish().describe('Of the sidereal zodiac; lahiri when absent'),
};

const DATE = '1990-05-15, 1990.5.15, 1990/05/15 or 19900515';
const TIME =
  '09:05, 09:05:30, 0905, 오전 9:05, 9:05 PM, a span such as 09:00-11:00, or a double hour such as 축시; absent when unknown';

const flatNames = {
  birthDate: text(20).describe(DATE),
  birth_date: text(20),
  birthdate: text(20),
  birthTime: text(40).describe(TIME),
  birth_time: text(40),
  birthtime: text(40),
};

/** Birth data as top-level fields of the body. */
export const flatBirthInput = { ...flatNames, ...person, ...place, ...conventions };

/** Birth data as a nested object. Unknown fields are rejected. */
export const birthInput = z.strictObject({
  date: text(20).describe(DATE),
  time: text(40).describe(TIME),
  ...person,
  ...place,
  ...conventions,
  ...flatNames,
});

const flatObject = z.object(flatBirthInput);

export type NestedBirth = z.infer<typeof birthInput>;
export type FlatBirth = z.infer<typeof flatObject>;
