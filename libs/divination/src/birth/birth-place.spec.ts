import { describe, expect, it } from '@jest/globals';
import { IANAZone } from 'luxon';
import tzLookup from 'tz-lookup';
import { birthPlace } from './birth-place.js';
import type { BirthFields, Given } from './birth-fields.js';
import { CITIES } from './cities.js';
import { findCity } from './find-city.js';

const given = <Value>(path: string, value: Value): Given<Value> => ({ value, path: `birth.${path}` });
const fields = (rest: Partial<BirthFields> = {}): BirthFields => ({
  date: given('date', '1990-05-15'),
  calendar: 'solar',
  ...rest,
});

describe('the city table', () => {
  it.each(CITIES.map((city) => [city.en, city] as const))('places %s in its zone', (_name, { lat, lon, zone }) => {
    const found = new IANAZone(tzLookup(lat, lon));
    for (const at of [Date.UTC(2000, 0, 15), Date.UTC(2000, 6, 15)])
      expect(new IANAZone(zone).offset(at)).toBe(found.offset(at));
  });

  it('has every name once', () => {
    const names = CITIES.flatMap(({ ko, en, aliases }) => [ko, en, ...aliases]).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(CITIES.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['서울', 'Seoul'],
    ['서울시', 'Seoul'],
    ['서울특별시 강남구', 'Seoul'],
    [' SEOUL, KR', 'Seoul'],
    ['부산광역시', 'Busan'],
    ['new york city', 'New York'],
    ['New York, NY, USA', 'New York'],
    ['Ho Chi Minh', undefined],
    ['São Paulo', 'São Paulo'],
    ['Atlantis', undefined],
    ['constructor', undefined],
  ])('finds %j as %j', (text, english) => expect(findCity(text)?.en).toBe(english));
});

describe('birthPlace', () => {
  it('looks the zone up by coordinates and prefers them to a city', () => {
    const { place, notes } = birthPlace(
      fields({ lat: given('lat', '48.86'), lon: given('lon', 2.35), city: given('city', 'Seoul') }),
      'en',
    );
    expect(place).toEqual({ lat: 48.86, lon: 2.35, zone: 'Europe/Paris', zoneKnown: true, city: undefined });
    expect(notes).toEqual({ leftOut: [], assumed: [] });
  });

  it.each([
    ['+09:00', 'UTC+9', 135],
    ['UTC-3', 'UTC-3', -45],
    ['Asia/Seoul', 'Asia/Seoul', 126.98],
    ['Asia/Kathmandu', 'Asia/Kathmandu', 86.25],
  ])('knows a zone without a place: %s', (text, zone, lon) => {
    const { place, notes } = birthPlace(fields({ timezone: given('timezone', text) }), 'en');
    expect(place).toMatchObject({ zone, lon, lat: undefined, zoneKnown: true });
    expect(notes.assumed).toHaveLength(1);
  });

  it('supposes Seoul for a Korean reading or a lunar birthday, Greenwich for any other, and says so', () => {
    expect(birthPlace(fields(), 'ko').place).toMatchObject({ zone: 'Asia/Seoul', lon: 126.98, zoneKnown: true });
    expect(birthPlace(fields({ calendar: 'lunar' }), 'en').place.zone).toBe('Asia/Seoul');
    const { place, notes } = birthPlace(fields(), 'en');
    expect(place).toMatchObject({ zone: 'UTC', lon: 0, lat: undefined, zoneKnown: false });
    expect(notes.leftOut[0]?.en).toContain('ascendant');
    expect(notes.assumed[0]?.en).toContain('Universal Time');
  });

  it('names a city it does not know as such, without repeating it', () => {
    const { notes } = birthPlace(fields({ city: given('city', 'Atlantis') }), 'ko');
    expect(notes.leftOut[0]).toMatchObject({ field: 'birth.city', ko: expect.stringContaining('찾지 못해') });
    expect(JSON.stringify(notes)).not.toContain('Atlantis');
  });
});
