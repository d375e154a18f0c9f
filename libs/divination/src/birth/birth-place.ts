import { FixedOffsetZone, IANAZone } from 'luxon';
import tzLookup from 'tz-lookup';
import { ReadingInputError } from '../reading-input.error.js';
import type { BirthFields, Given } from './birth-fields.js';
import { CITIES, type City } from './cities.js';
import { findCity } from './find-city.js';
import { NO_NOTES, type Note, type Notes } from './note.js';
import type { Locale } from '@app/text';

export interface BirthPlace {
  /** Degrees east; what true solar time is reckoned by. */
  readonly lon: number;
  /** Degrees north; undefined when the place is only supposed, and then nothing rises or sets in the chart. */
  readonly lat: number | undefined;
  /** IANA zone, or `UTC+9`. */
  readonly zone: string;
  /** False when not even the zone is known: the clock may have been up to fourteen hours off. */
  readonly zoneKnown: boolean;
  /** In the table; never the user's own words. */
  readonly city: City | undefined;
}

/**
 * Coordinates win over a city, a city over a time zone. Without any of them a Korean reading or a lunar birthday is
 * taken to be of Seoul; any other is reckoned at Greenwich, whose error is the smallest on average.
 * @throws ReadingInputError for coordinates or a zone that do not exist.
 */
export function birthPlace(fields: BirthFields, locale: Locale): { readonly place: BirthPlace; readonly notes: Notes } {
  const zone = fields.timezone && knownZone(fields.timezone);
  const city = fields.city && findCity(fields.city.value);
  const point = coordinates(fields) ?? city;
  if (point) {
    const { lat, lon } = point;
    const found = zone ?? (point === city ? city.zone : tzLookup(lat, lon));
    return {
      place: { lat, lon, zone: found, zoneKnown: true, city: point === city ? city : undefined },
      notes: NO_NOTES,
    };
  }
  const korean = locale === 'ko' || fields.calendar === 'lunar';
  return supposed(fields, zone ?? (korean ? 'Asia/Seoul' : undefined));
}

function supposed({ city, timezone }: BirthFields, zone: string | undefined): { place: BirthPlace; notes: Notes } {
  const stand = CITIES.find((candidate) => candidate.zone === zone);
  const lon = stand?.lon ?? (zone ? meridian(zone) : 0);
  const field = city?.path ?? 'birth.city';
  return {
    place: { lon, lat: undefined, zone: zone ?? 'UTC', zoneKnown: zone !== undefined, city: undefined },
    notes: { leftOut: [noHorizon(field, city !== undefined)], assumed: [supposedAt(field, stand, timezone?.value)] },
  };
}

/** Degrees east of the meridian a zone's winter clock is set by. */
function meridian(zone: string): number {
  const january = Date.UTC(2000, 0, 15);
  return (fixedZone(zone) ?? new IANAZone(zone)).offset(january) / 4;
}

const fixedZone = (text: string) => FixedOffsetZone.parseSpecifier(/^[+-]/u.test(text) ? `UTC${text}` : text);

function knownZone({ value, path }: Given<string>): string {
  const zone = value.trim();
  const known = fixedZone(zone)?.name ?? (IANAZone.isValidZone(zone) ? zone : undefined);
  if (known) return known;
  throw new ReadingInputError(path, 'the time zone must be an IANA name such as Asia/Seoul');
}

function coordinates({ lat, lon }: BirthFields): { lat: number; lon: number } | undefined {
  if (!lat && !lon) return undefined;
  return { lat: degrees(lat, 'birth.lat', 90), lon: degrees(lon, 'birth.lon', 180) };
}

function degrees(given: Given<string | number> | undefined, path: string, most: number): number {
  const value = given ? Number(given.value) : Number.NaN;
  if (Number.isFinite(value) && Math.abs(value) <= most) return value;
  throw new ReadingInputError(
    given?.path ?? path,
    `the ${most === 90 ? 'latitude' : 'longitude'} must be a number of degrees between -${most} and ${most}`,
  );
}

const noHorizon = (field: string, unknownCity: boolean): Note => ({
  field,
  ko: `${unknownCity ? '적어 주신 도시를 찾지 못해' : '태어난 곳을 알 수 없어'} 상승점과 중천점, 하우스는 뺐습니다. 도시나 위도·경도를 알려 주시면 함께 볼 수 있습니다.`,
  en: `${unknownCity ? 'The city given is not one we know' : 'The place of birth is unknown'}, so the ascendant, midheaven and houses are left out. A well-known city nearby, or latitude and longitude, would add them.`,
});

function supposedAt(field: string, stand: City | undefined, zone: string | undefined): Note {
  if (stand)
    return {
      field,
      ko: `시각은 ${stand.ko}의 경도를 기준으로 태양시로 바꾸었습니다.`,
      en: `Clock time was turned into solar time at the longitude of ${stand.en}.`,
    };
  if (zone)
    return {
      field,
      ko: '시각은 표준시 자오선을 기준으로 태양시로 바꾸었습니다.',
      en: 'Clock time was turned into solar time at the meridian of its zone.',
    };
  return {
    field,
    ko: '시간대를 알 수 없어 시각을 세계시로 보고 계산했습니다.',
    en: 'The time zone is unknown, so clock time was taken as Universal Time.',
  };
}
