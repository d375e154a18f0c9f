import { z } from 'zod';

const text = (limit: number) => z.string().max(limit).nullish();
const degrees = z.union([z.number(), z.string().max(20)]).nullish();

/** Both the names of the protocol and those that front ends in use send. `null` counts as not given. */
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
    .describe('Korean lunar calendar when lunar; solar when absent'),
  leapMonth: z.boolean().nullish().describe('The lunar month is a leap month'),
  gender: text(20).describe('male or female; decides the direction of the luck pillars'),
  dayBoundary: z
    .enum(['jasi', 'midnight', 'splitJasi'])
    .nullish()
    .describe(
      'When the saju day begins: jasi (정자시, 23:00 solar time, the default), midnight, or splitJasi (야자시·조자시)',
    ),
};

const DATE = '1990-05-15, 1990.5.15, 1990/05/15 or 19900515';
const TIME = '09:05, 09:05:30 or 0905; absent when nobody knows';

const flatNames = {
  birthDate: text(20).describe(DATE),
  birth_date: text(20),
  birthdate: text(20),
  birthTime: text(20).describe(TIME),
  birth_time: text(20),
  birthtime: text(20),
};

/** Birth data beside the other fields of the body. */
export const flatBirthInput = { ...flatNames, ...person, ...place };

/** Birth data as an object of its own. */
export const birthInput = z.object({
  date: text(20).describe(DATE),
  time: text(20).describe(TIME),
  ...person,
  ...place,
  ...flatNames,
});

const flatObject = z.object(flatBirthInput);

export type NestedBirth = z.infer<typeof birthInput>;
export type FlatBirth = z.infer<typeof flatObject>;
