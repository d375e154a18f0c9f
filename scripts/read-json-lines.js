import { readFileSync } from 'node:fs';

/** Records of a JSON Lines file. */
export const readJsonLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
