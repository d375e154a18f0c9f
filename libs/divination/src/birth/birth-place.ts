import { type Locale, withJosa } from '@app/text';
import tzLookup from '@photostructure/tz-lookup';
import { IANAZone } from 'luxon';
import { ReadingInputError } from '../reading-input.error.js';
import type { BirthFields, Given } from './birth-fields.js';
import { type FoundPlace, findPlace } from './find-place.js';
import { NO_NOTES, type Note, type Notes } from './note.js';
import type { Place } from './places.js';
import { fixedOffset, isZone, timezoneNamed } from './timezone.js';

/** The known data about a place of birth. Without a zone the longitude is also unknown. */
export interface BirthPlace {
  /** Degrees east, for solar time. */
  readonly lon: number | undefined;
  /** Degrees north; undefined when the place is only assumed. Without it the chart has no ascendant and no houses. */
  readonly lat: number | undefined;
  /** IANA zone, or `UTC+9`. */
  readonly zone: string | undefined;
  /** Entry of the place tables, never the text of the request. */
  readonly city: Place | undefined;
}

interface Located {
  readonly place: BirthPlace;
  readonly notes: Notes;
}

const SEOUL = { lon: 126.98, ko: '서울', en: 'Seoul', zone: 'Asia/Seoul' } as const;

/**
 * Determines the place of birth. Coordinates take precedence over a city, a city over a time zone. Without any of them,
 * Seoul is assumed for Korean readings and for lunar birthdays. The place is unknown when the city is not in the tables
 * and neither coordinates nor a zone are given.
 * @throws ReadingInputError for invalid coordinates or an unknown zone
 */
export function birthPlace(fields: BirthFields, locale: Locale): Located {
  const zone = fields.timezone && knownZone(fields.timezone);
  const point = coordinates(fields);
  if (point)
    return { place: { ...point, zone: zone ?? tzLookup(point.lat, point.lon), city: undefined }, notes: NO_NOTES };
  const found = fields.city && findPlace(fields.city.value);
  if (found) return inCity(found, zone, fields.city?.path);
  const isKorean = !fields.city && (locale === 'ko' || fields.calendar === 'lunar');
  const known = zone ?? (isKorean ? SEOUL.zone : undefined);
  return known === undefined ? unknownPlace(fields) : inZone(known, fields);
}

function inCity({ place: city, isCertain }: FoundPlace, zone: string | undefined, path = 'birth.city'): Located {
  const { lat, lon } = city;
  // For islands off the north-west coast the lookup table would return the zone of North Korea.
  const local = city.country === 'KR' ? SEOUL.zone : tzLookup(lat, lon);
  const place = { lat, lon, zone: zone ?? local, city };
  return { place, notes: isCertain ? NO_NOTES : { leftOut: [], assumed: [takenAs(path, city)] } };
}

function inZone(zone: string, { city }: BirthFields): Located {
  const lon = isZone(zone, SEOUL.zone) ? SEOUL.lon : meridian(zone);
  const field = city?.path ?? 'birth.city';
  return {
    place: { lon, lat: undefined, zone, city: undefined },
    notes: { leftOut: [noHorizon(field, city !== undefined)], assumed: [solarTimeOf(field, zone)] },
  };
}

function unknownPlace({ city }: BirthFields): Located {
  const field = city?.path ?? 'birth.city';
  const note: Note = {
    field,
    ko: `${city ? '적어 주신 도시를 찾지 못해' : '태어난 곳을 알 수 없어'} 시주와 상승점, 중천점, 하우스는 뺐습니다. 가까운 큰 도시나 위도·경도, 시간대를 알려 주시면 함께 볼 수 있습니다.`,
    en: `${city ? 'The city given is not in our tables' : 'The place of birth is unknown'}, so the hour pillar, ascendant, midheaven and houses are left out. A larger city nearby, latitude and longitude, or a time zone would add them.`,
  };
  return {
    place: { lon: undefined, lat: undefined, zone: undefined, city: undefined },
    notes: { leftOut: [note], assumed: [] },
  };
}

/**
 * Longitude in degrees east of the meridian of a zone's standard time. The smaller offset of January and July is
 * standard time in either hemisphere.
 */
function meridian(zone: string): number {
  const known = fixedOffset(zone) ?? new IANAZone(zone);
  return Math.min(known.offset(Date.UTC(2000, 0, 15)), known.offset(Date.UTC(2000, 6, 15))) / 4;
}

function knownZone({ value, path }: Given<string>): string {
  const known = timezoneNamed(value);
  if (known) return known;
  throw new ReadingInputError(path, {
    ko: '시간대는 Asia/Seoul 같은 이름이나 +09:00 같은 시차여야 합니다.',
    en: 'the time zone must be an IANA name such as Asia/Seoul, or an offset such as +09:00',
  });
}

function coordinates({ lat, lon }: BirthFields): { lat: number; lon: number } | undefined {
  if (!lat && !lon) return undefined;
  return { lat: degrees(lat, 'birth.lat', 90), lon: degrees(lon, 'birth.lon', 180) };
}

function degrees(given: Given<string | number> | undefined, path: string, max: number): number {
  const value = given ? Number(given.value) : Number.NaN;
  if (Number.isFinite(value) && Math.abs(value) <= max) return value;
  throw new ReadingInputError(given?.path ?? path, {
    ko: `${max === 90 ? '위도' : '경도'}는 -${max}에서 ${max} 사이의 수여야 합니다.`,
    en: `the ${max === 90 ? 'latitude' : 'longitude'} must be a number of degrees between -${max} and ${max}`,
  });
}

/** Display name of a place: `멜버른(오스트레일리아)`, `Gwangju (South Korea, 경기도)`. */
export function describePlace({ ko, en, country, region }: Place, locale: Locale): string {
  const land = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
  const where = country === 'KR' ? (locale === 'ko' ? region : `${land}, ${region}`) : land;
  return locale === 'ko' ? `${ko}(${where})` : `${en} (${where})`;
}

const takenAs = (field: string, city: Place): Note => ({
  field,
  ko: `태어난 곳은 ${withJosa(describePlace(city, 'ko'), '으로/로')} 보고 계산했습니다.`,
  en: `The place of birth was taken as ${describePlace(city, 'en')}.`,
});

const noHorizon = (field: string, isUnknownCity: boolean): Note => ({
  field,
  ko: `${isUnknownCity ? '적어 주신 도시를 찾지 못해' : '태어난 곳을 알 수 없어'} 상승점과 중천점, 하우스는 뺐습니다. 도시나 위도·경도를 알려 주시면 함께 볼 수 있습니다.`,
  en: `${isUnknownCity ? 'The city given is not in our tables' : 'The place of birth is unknown'}, so the ascendant, midheaven and houses are left out. A larger city nearby, or latitude and longitude, would add them.`,
});

const solarTimeOf = (field: string, zone: string): Note =>
  isZone(zone, SEOUL.zone)
    ? {
        field,
        ko: `시각은 ${SEOUL.ko}의 경도를 기준으로 태양시로 바꾸었습니다.`,
        en: `Clock time was turned into solar time at the longitude of ${SEOUL.en}.`,
      }
    : {
        field,
        ko: '시각은 표준시 자오선을 기준으로 태양시로 바꾸었습니다.',
        en: 'Clock time was turned into solar time at the meridian of its zone.',
      };
