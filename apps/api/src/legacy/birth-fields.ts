import { genderNamed } from '@app/divination';

/** Field names under which front ends send birth data. */
const TEXTS = [
  'date',
  'birthDate',
  'birth_date',
  'birthdate',
  'time',
  'birthTime',
  'birth_time',
  'birthtime',
  'gender',
  'city',
  'timezone',
];
const DEGREES = ['lat', 'lon', 'latitude', 'longitude'];

const CALENDARS: Readonly<Record<string, string>> = { solar: 'solar', 양력: 'solar', lunar: 'lunar', 음력: 'lunar' };

type Body = Readonly<Record<string, unknown>>;

export function birthFieldsOf(body: Body): Body {
  const flat = Object.fromEntries(
    Object.entries(fieldsIn(body)).filter(([name]) => name !== 'date' && name !== 'time'),
  );
  const own = typeof body['birth'] === 'object' && body['birth'] !== null ? fieldsIn(body['birth'] as Body) : {};
  // `/counselor/init` sends the birth date as a top-level `date`.
  const birth = { ...named(body, ['date', 'time']), ...own };
  return { ...flat, ...(Object.keys(birth).length > 0 && { birth }) };
}

function fieldsIn(source: Body): Body {
  const given = source['calendar'] ?? source['calendarType'];
  const calendar = typeof given === 'string' ? CALENDARS[given.trim().toLowerCase()] : undefined;
  const leap = source['leapMonth'] ?? source['isLeapMonth'];
  const { gender, ...texts } = named(source, TEXTS);
  // The older routes accept unreadable genders, so ignore them.
  const isReadable = typeof gender === 'string' && genderNamed(gender) !== undefined;
  return {
    ...texts,
    ...(isReadable && { gender }),
    ...Object.fromEntries(DEGREES.filter((name) => isGiven(source[name])).map((name) => [name, source[name]])),
    ...(calendar && { calendar }),
    ...(isGiven(leap) && { leapMonth: leap === true || leap === 'true' || leap === 1 }),
  };
}

const named = (source: Body, names: readonly string[]): Body =>
  Object.fromEntries(
    names
      .filter((name) => isGiven(source[name]))
      .map((name) => [name, typeof source[name] === 'number' ? String(source[name]) : source[name]]),
  );

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '');
