import type { Span } from '@app/rag';

/** Whether the text states that something was present: "a snake", "no snake", "I thought there was a snake". */
export type Polarity = 'affirmed' | 'denied' | 'uncertain';

/** Where an entity belongs: in the dream, in waking life, or in a comparison, an idiom or a name (`figurative`). */
export type Frame = 'dreamt' | 'waking' | 'figurative';

/** What is known about an entity, as numbers from which its salience is computed. */
export type Features = Readonly<Record<string, number>>;

/** An entity that a text mentions, merged from all its mentions. */
export interface SceneEntity {
  /** Record id: `dream:snake`, `emotion:fear`, `theme:loss`. */
  readonly id: string;
  readonly titles: { readonly ko: string; readonly en: string };
  /** The mention that decided polarity and frame; undefined for an entity that the user picked from a list. */
  readonly span: Span | undefined;
  readonly polarity: Polarity;
  readonly frame: Frame;
  /** Confidence in polarity and frame, from 0 to 1. */
  readonly confidence: number;
  /** Importance in the dream; comparable only within one scene. */
  readonly salience: number;
  /** The numbers from which the salience was computed. */
  readonly features: Features;
  /** Category of the record, such as `animal` or `place`; undefined for situations. */
  readonly category: string | undefined;
  /** The affirmed mentions that belong to the dream, in text order. */
  readonly places: readonly Place[];
}

/** Who does what a verb states; undefined when the clause does not say. */
export type Doer = 'dreamer' | 'other' | undefined;

/** Position of a mention. */
export interface Place extends Span {
  /** Index of the sentence. */
  readonly sentence: number;
  /** Who does it, of an action. */
  readonly doer?: Doer | undefined;
  /** Whether a noun is the subject of its clause. */
  readonly isSubject?: boolean;
}

/** A part of a sentence. `start` and `end` compare with those of `Place`. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** As written, with what separates it from the next clause. */
  readonly text: string;
}

/** A sentence, reduced to what the search for key words and quotations need. */
export interface SceneSentence {
  /** Folded words. */
  readonly words: readonly string[];
  /** Whether the sentence states that something was absent or did not happen. */
  readonly hasDenial: boolean;
  readonly isQuestion: boolean;
  /** Where most words of the sentence belong. */
  readonly frame: Exclude<Frame, 'figurative'>;
  readonly clauses: readonly Clause[];
}

/** The content of a dream text, before any interpretation. */
export interface Scene {
  /** Symbols. Those affirmed in the dream come first, by falling salience. */
  readonly symbols: readonly SceneEntity[];
  /** The user's own feelings, in the same order. Feelings in waking life are included when they are about the dream. */
  readonly emotions: readonly SceneEntity[];
  readonly themes: readonly SceneEntity[];
  /** Actions and states of the dream, and circumstances of the user's life: `action:chased`, `circumstance:grief`. */
  readonly situations: readonly SceneEntity[];
  readonly sentences: readonly SceneSentence[];
  /** Whether the text tells another person's dream. */
  readonly isReported: boolean;
  /** Words for entities that are not present, because they are denied or only compared with; in text order. */
  readonly absent: readonly Span[];
}

/** The text without words for absent entities, which a search would otherwise match. */
export function withoutAbsent(text: string, { absent }: Pick<Scene, 'absent'>): string {
  const starts = [0, ...absent.map(({ end }) => end)];
  const ends = [...absent.map(({ start }) => start), text.length];
  return starts
    .map((start, at) => text.slice(start, ends[at]))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export const isPresent = ({ polarity, frame }: Pick<SceneEntity, 'polarity' | 'frame'>): boolean =>
  polarity === 'affirmed' && frame === 'dreamt';

/** Minimum salience of an entity that counts: about four in seven such entities are symbols of the dream. */
export const MIN_SALIENCE = 0;

/**
 * Whether an entity is present in the dream and important. Such entities come first, become tags and are given to
 * sections as facts.
 */
export const isSalient = (entity: SceneEntity): boolean => isPresent(entity) && entity.salience >= MIN_SALIENCE;

/** Minimum salience of an entity that a reading mentions: about four in five such entities are symbols of it. */
export const MIN_SPOKEN_SALIENCE = 1.4;

export const isSpoken = (entity: SceneEntity): boolean => isPresent(entity) && entity.salience >= MIN_SPOKEN_SALIENCE;
