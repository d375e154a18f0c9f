import type { Condition } from './when-condition.js';

export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

/** A counsellor: who they are and how they speak. */
export interface Persona {
  /** `counselor`; the record's id is `persona:counselor`. */
  readonly slug: string;
  readonly titles: Bilingual;
  readonly texts: Bilingual;
  /** How they speak, for a prompt. */
  readonly voices: Bilingual;
  /** Kinds of readings they are for; all when empty. */
  readonly kinds: readonly string[];
  readonly tags: readonly string[];
  readonly source: string;
}

/** What a counsellor says when all conditions hold; without conditions always. */
export interface PersonaRule {
  readonly id: string;
  readonly persona: string;
  readonly titles: Bilingual;
  readonly texts: Bilingual;
  readonly when: readonly Condition[];
  /** 0 to 1, not 0. */
  readonly weight: number;
  readonly tags: readonly string[];
  readonly source: string;
}
