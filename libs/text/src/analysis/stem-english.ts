import { createRequire } from 'node:module';
import { LRUCache } from 'lru-cache';

interface Snowball {
  newStemmer(language: 'english'): { stem(word: string): string };
}

// The package is a CommonJS script without types.
const snowball = createRequire(import.meta.url)('snowball-stemmers') as Snowball;
const english = snowball.newStemmer('english');

// Cache: a stem takes about 10 µs and words repeat. 20 000 words take about 2 MB and cover nearly all running text.
const stems = new LRUCache<string, string>({ max: 20_000 });

/** Snowball's English stem (Porter 2) of a lower-case word: `dreams` and `dreaming` become `dream`. */
export function stemEnglish(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = english.stem(word);
  stems.set(word, stem);
  return stem;
}
