import { createHash } from 'node:crypto';

export type KeyPart =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly KeyPart[]
  | { readonly [name: string]: KeyPart };

/**
 * A cache key derived from everything that determines a value. Equal parts give equal keys in any order of fields; any
 * difference gives another key. An absent field equals an undefined one.
 */
export function cacheKey(parts: Readonly<Record<string, KeyPart>>): string {
  return createHash('sha256').update(canonicalJson(parts)).digest('base64url');
}

/** JSON with sorted field names. `["a","b"]` differs from `["ab"]`, and `1` from `"1"`. */
export function canonicalJson(part: KeyPart): string {
  if (isList(part)) return `[${part.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof part !== 'object' || part === null) return JSON.stringify(part ?? null);
  const names = Object.keys(part)
    .filter((name) => part[name] !== undefined)
    .toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(part[name])}`).join(',')}}`;
}

const isList = (part: KeyPart): part is readonly KeyPart[] => Array.isArray(part);
