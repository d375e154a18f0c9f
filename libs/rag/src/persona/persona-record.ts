import type { Bilingual } from '@app/knowledge';
import type { Condition } from './when-condition.js';

/** A counsellor: description and style of speech. */
export interface Persona {
  /** `counselor`; the record's id is `persona:counselor`. */
  readonly slug: string;
  readonly titles: Bilingual;
  readonly texts: Bilingual;
  /** Style of speech, for the prompt. */
  readonly voices: Bilingual;
  /** Kinds of readings for which the counsellor is used; all when empty. */
  readonly kinds: readonly string[];
  readonly tags: readonly string[];
  readonly source: string;
}

/** Advice of a counsellor that applies when all conditions hold, or always when there are none. */
export interface PersonaRule {
  readonly id: string;
  readonly persona: string;
  readonly titles: Bilingual;
  readonly texts: Bilingual;
  readonly when: readonly Condition[];
  /** Greater than 0, at most 1. */
  readonly weight: number;
  readonly tags: readonly string[];
  readonly source: string;
}
