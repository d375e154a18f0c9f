import { readFileSync } from 'node:fs';

/** The build copies package.json to `dist`, so the relative path is the same for sources and compiled files. */
const { name, version: number } = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
) as { readonly name: string; readonly version: string };

export const version = { name, version: number, node: process.version };
