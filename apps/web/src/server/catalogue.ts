import type { JsonSchema } from '../form/json-schema.js';

export type Locale = 'ko' | 'en';
export type Bilingual = Readonly<Record<Locale, string>>;

export interface Kind {
  readonly kind: string;
  readonly sections: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly input: JsonSchema;
}

/** A counsellor persona, in whose voice a reading can be written. */
export interface Persona {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** Kinds of readings for which the persona is available; empty means all. */
  readonly kinds: readonly string[];
}

export interface Catalogue {
  readonly kinds: readonly Kind[];
  readonly personas: readonly Persona[];
}

export const accessHeaders = (key: string): Record<string, string> => (key ? { Authorization: `Bearer ${key}` } : {});

const EMPTY: Catalogue = { kinds: [], personas: [] };

/** Fetches kinds and personas from `GET /v1/readings`; undefined when the request fails. */
export async function fetchCatalogue(key: string): Promise<Catalogue | undefined> {
  try {
    const headers = { Accept: 'application/json', ...accessHeaders(key) };
    const response = await fetch('/v1/readings', { headers });
    return response.ok ? { ...EMPTY, ...((await response.json()) as Partial<Catalogue>) } : undefined;
  } catch {
    return undefined;
  }
}
