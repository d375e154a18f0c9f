import { describe, expect, it } from '@jest/globals';
import { birthPlace } from './birth-place.js';
import type { BirthFields, Given } from './birth-fields.js';
import { DEFAULT_CONVENTIONS } from './conventions.js';

const given = <Value>(path: string, value: Value): Given<Value> => ({ value, path: `birth.${path}` });
const fields = (rest: Partial<BirthFields> = {}): BirthFields => ({
  date: given('date', '1990-05-15'),
  calendar: 'solar',
  conventions: DEFAULT_CONVENTIONS,
  ...rest,
});

describe('birthPlace', () => {
  it('looks up zones by their present borders', () => {
    const { place } = birthPlace(fields({ lat: given('lat', 31.69), lon: given('lon', -106.42) }), 'en');
    expect(place.zone).toBe('America/Ciudad_Juarez');
  });

  it('looks the zone up by coordinates and prefers them to a city', () => {
    const { place, notes } = birthPlace(
      fields({ lat: given('lat', '48.86'), lon: given('lon', 2.35), city: given('city', 'Seoul') }),
      'en',
    );
    expect(place).toEqual({ lat: 48.86, lon: 2.35, zone: 'Europe/Paris', city: undefined });
    expect(notes).toEqual({ leftOut: [], assumed: [] });
  });

  it.each([
    ['+09:00', 'UTC+9', 135],
    ['UTC-3', 'UTC-3', -45],
    ['+0900', 'UTC+9', 135],
    ['GMT+5:30', 'UTC+5:30', 82.5],
    ['Etc/GMT-9', 'Etc/GMT-9', 135],
    ['Asia/Seoul', 'Asia/Seoul', 126.98],
    ['asia/seoul', 'Asia/Seoul', 126.98],
    ['ROK', 'ROK', 126.98],
    ['KST', 'Asia/Seoul', 126.98],
    ['Asia/Kolkata', 'Asia/Kolkata', 82.5],
    ['Asia/Kathmandu', 'Asia/Kathmandu', 86.25],
    ['Australia/Adelaide', 'Australia/Adelaide', 142.5],
    ['Pacific/Chatham', 'Pacific/Chatham', 191.25],
  ])('knows a zone without a place: %s', (text, zone, lon) => {
    const { place, notes } = birthPlace(fields({ timezone: given('timezone', text) }), 'en');
    expect(place).toMatchObject({ zone, lon, lat: undefined });
    expect(notes.assumed).toHaveLength(1);
  });

  it.each(['GMT+9:75', '+25', '9', 'UTC+09:00:00', 'Asia/Atlantis'])('refuses the zone %s', (text) =>
    expect(() => birthPlace(fields({ timezone: given('timezone', text) }), 'en')).toThrow(
      expect.objectContaining({ field: 'birth.timezone' }),
    ),
  );

  it('assumes Seoul for a Korean reading or a lunar birthday without a place, and says so', () => {
    expect(birthPlace(fields(), 'ko').place).toMatchObject({ zone: 'Asia/Seoul', lon: 126.98 });
    expect(birthPlace(fields({ calendar: 'lunar' }), 'en').place.zone).toBe('Asia/Seoul');
  });

  it.each(['ko', 'en'] as const)('leaves the place of an unknown city unknown without repeating it (%s)', (locale) => {
    const { place, notes } = birthPlace(fields({ city: given('city', 'Atlantis') }), locale);
    expect(place).toEqual({ lon: undefined, lat: undefined, zone: undefined, city: undefined });
    expect(notes.leftOut[0]).toMatchObject({ field: 'birth.city', ko: expect.stringContaining('찾지 못해') });
    expect(JSON.stringify(notes)).not.toContain('Atlantis');
    expect(birthPlace(fields(), 'en').place.zone).toBeUndefined();
  });

  it.each(['백령도', '독도', '울릉군', '서귀포'])('keeps %s in the time of Seoul', (city) =>
    expect(birthPlace(fields({ city: given('city', city) }), 'ko').place.zone).toBe('Asia/Seoul'),
  );

  it('names the city it chose among several of the same name', () => {
    const { place, notes } = birthPlace(fields({ city: given('city', 'Melbourne') }), 'en');
    expect(place.zone).toBe('Australia/Melbourne');
    expect(notes.assumed[0]?.en).toContain('Melbourne (Australia)');
    expect(birthPlace(fields({ city: given('city', 'Melbourne, Florida') }), 'en')).toMatchObject({
      place: { zone: 'America/New_York' },
      notes: { assumed: [] },
    });
  });
});
