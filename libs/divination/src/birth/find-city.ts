import { CITIES, type City } from './cities.js';

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');

const BY_NAME: ReadonlyMap<string, City> = new Map(
  CITIES.flatMap((city) => [city.ko, city.en, ...city.aliases].map((name) => [plain(name), city] as const)),
);

/**
 * The city a person means by `서울특별시 강남구`, `부산시`, `Seoul, South Korea`: the whole text, what stands before
 * the comma, then its first word, each also without 시 or “city”. Undefined when the table does not have it.
 */
export function findCity(text: string): City | undefined {
  const whole = plain(text);
  const [beforeComma = ''] = whole.split(',');
  const [firstWord = ''] = whole.split(/[\s,]/u);
  return [whole, beforeComma.trim(), firstWord]
    .flatMap((name) => [name, name.replace(/시$/u, ''), name.replace(/ city$/u, '')])
    .map((name) => BY_NAME.get(name))
    .find(Boolean);
}
