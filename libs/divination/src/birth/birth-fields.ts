import type { FlatBirth, NestedBirth } from './birth.input.js';
import { type Conventions, DEFAULT_CONVENTIONS } from './conventions.js';

/** A value and its path in the request body, which error messages name. */
export interface Given<Value> {
  readonly value: Value;
  readonly path: string;
}

export interface BirthFields {
  readonly date: Given<string>;
  readonly time?: Given<string>;
  readonly calendar: 'solar' | 'lunar';
  readonly leapMonth?: Given<boolean>;
  readonly gender?: Given<string>;
  readonly city?: Given<string>;
  readonly lat?: Given<string | number>;
  readonly lon?: Given<string | number>;
  readonly timezone?: Given<string>;
  readonly conventions: Conventions;
}

const DATES = ['date', 'birthDate', 'birth_date', 'birthdate'] as const;
const TIMES = ['time', 'birthTime', 'birth_time', 'birthtime'] as const;

/**
 * Birth data from the nested object or from the top-level fields of the body; the nested object takes precedence.
 * Undefined without a date.
 */
export function birthFields(body: FlatBirth & { readonly birth?: NestedBirth | null }): BirthFields | undefined {
  const nested: NestedBirth = body.birth ?? {};
  const first = <Name extends keyof NestedBirth>(...names: readonly Name[]) =>
    find(nested, names, 'birth.') ?? find(body as NestedBirth, names, '');
  const date = first(...DATES);
  if (!date) return undefined;
  const calendar = first('calendar')?.value;
  return {
    date,
    time: first(...TIMES),
    calendar: calendar === 'lunar' || calendar === '음력' ? 'lunar' : 'solar',
    leapMonth: first('leapMonth'),
    gender: first('gender'),
    city: first('city'),
    lat: first('lat', 'latitude'),
    lon: first('lon', 'longitude'),
    timezone: first('timezone'),
    conventions: conventionsOf((name) => first(name)?.value),
  };
}

function conventionsOf(
  chosen: <Name extends keyof Conventions>(name: Name) => NestedBirth[Name] | undefined,
): Conventions {
  const or = <Name extends keyof Conventions>(name: Name) => chosen(name) ?? DEFAULT_CONVENTIONS[name];
  const solarTime = or('solarTime');
  return {
    solarTime: solarTime === true ? 'true' : solarTime,
    dayBoundary: or('dayBoundary'),
    lunarCalendar: or('lunarCalendar'),
    hiddenStems: or('hiddenStems'),
    luckAgeRounding: or('luckAgeRounding'),
    strengthMethod: or('strengthMethod'),
    houseSystem: or('houseSystem'),
    zodiac: or('zodiac'),
    ayanamsha: or('ayanamsha'),
  };
}

function find<Name extends keyof NestedBirth>(
  source: NestedBirth,
  names: readonly Name[],
  prefix: string,
): Given<NonNullable<NestedBirth[Name]>> | undefined {
  for (const name of names) {
    const value = source[name];
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) continue;
    return { value, path: `${prefix}${name}` };
  }
  return undefined;
}
