import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import koreanPlaces from './korean-places.json' with { type: 'json' };
import placeNames from './place-names.json' with { type: 'json' };
import worldCities from './world-cities.generated.json' with { type: 'json' };
import zoneHistory from './zone-history.generated.json' with { type: 'json' };

const text = z.string().min(1);
const country = z.string().regex(/^[A-Z]{2}$/);
const names = z.record(z.string(), z.array(text));
const lat = z.number().min(-90).max(90);
const lon = z.number().min(-180).max(180);
// Latitudes and longitudes of South Korea with its islands.
const seat = { name: text, en: text, lat: z.number().min(33).max(39), lon: z.number().min(124.5).max(132) };

const provinceSchema = z.strictObject({
  ...seat,
  ko: text,
  aliases: z.array(text),
  places: z.array(z.strictObject({ ...seat, districts: z.array(text).optional() })),
});
const citySchema = z.tuple([text, z.string(), country, z.string(), lat, lon]);
const namesSchema = z.strictObject({ cities: names, countries: names, regions: z.record(z.string(), names) });
const historySchema = z.strictObject({
  zones: z.array(text).min(1),
  meanTimeUntil: z.int().nullable(),
  offsets: z.array(
    z.tuple([
      z.int(),
      z
        .int()
        .min(-16 * 3600)
        .max(16 * 3600),
    ]),
  ),
});

describe('the tables of places', () => {
  const provinces = z.array(provinceSchema).parse(koreanPlaces);
  const cities = z.array(citySchema).parse(worldCities);

  it('have every city and county of South Korea', () => {
    const places = provinces.flatMap((province) => province.places.map(({ name }) => name));
    expect(provinces).toHaveLength(17);
    // 75 cities, two cities of Jeju, 82 counties, and those that have been merged since.
    expect(places.filter((name) => name.endsWith('시')).length).toBeGreaterThanOrEqual(77);
    expect(places.filter((name) => name.endsWith('군')).length).toBeGreaterThanOrEqual(82);
  });

  it('have a Korean name for more than six hundred of the seven hundred largest cities of the world', () => {
    expect(cities.slice(0, 700).filter(([, ko]) => ko).length).toBeGreaterThan(600);
  });

  it('have alternative names only of cities and countries that they contain', () => {
    const other = namesSchema.parse(placeNames);
    const known = new Set(cities.map(([en, , code]) => `${code} ${en}`));
    const codes = new Set(['KR', ...cities.map(([, , code]) => code)]);
    expect(Object.keys(other.cities).filter((name) => !known.has(name))).toEqual([]);
    expect([...Object.keys(other.countries), ...Object.keys(other.regions)].filter((code) => !codes.has(code))).toEqual(
      [],
    );
  });
});

describe('the table of clock changes', () => {
  const histories = z.array(historySchema).parse(zoneHistory);

  it('has every zone once, and its offsets in chronological order', () => {
    const zones = histories.flatMap((history) => history.zones);
    expect(new Set(zones).size).toBe(zones.length);
    for (const { offsets } of histories) expect(offsets).toEqual(offsets.toSorted(([one], [other]) => one - other));
  });
});
