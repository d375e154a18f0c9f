import { extname } from 'node:path';

/** Returns a file name without its extension. */
export const titleOf = (name: string): string => name.slice(0, name.length - extname(name).length) || name;
