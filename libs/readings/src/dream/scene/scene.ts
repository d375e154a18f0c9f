import type { Span } from '@app/rag';

/** Whether the text says that something was there: a snake; no snake; I thought there was a snake. */
export type Polarity = 'affirmed' | 'denied' | 'uncertain';

/** Where it is: in the dream, in the dreamer's waking life, or in a comparison, an idiom or a name. */
export type Frame = 'dreamt' | 'waking' | 'figurative';

/** Something a text speaks of, merged over all its mentions. */
export interface SceneEntity {
  /** Record id: `dream:snake`, `emotion:fear`, `theme:loss`. */
  readonly id: string;
  readonly titles: { readonly ko: string; readonly en: string };
  /** The mention that decided polarity and frame; undefined for what the dreamer picked from a list. */
  readonly span: Span | undefined;
  readonly polarity: Polarity;
  readonly frame: Frame;
  /** 0 … 1 that polarity and frame are right. */
  readonly confidence: number;
  /** Weight in the dream; comparable only within one scene. */
  readonly salience: number;
  /** Of the record: `animal`, `place` …; undefined for situations. */
  readonly category: string | undefined;
  /** The affirmed mentions in the dream, in text order. */
  readonly places: readonly Place[];
}

/** Where something is mentioned. */
export interface Place extends Span {
  /** Index of the sentence. */
  readonly sentence: number;
}

/** A sentence as far as key words are looked up in it. */
export interface SceneSentence {
  /** Folded words. */
  readonly words: readonly string[];
  /** Whether it says that something was not there or did not happen. */
  readonly hasDenial: boolean;
}

/** What a dream text says, before anything is interpreted. */
export interface Scene {
  /** Symbols, affirmed dreamt ones first, by falling salience. */
  readonly symbols: readonly SceneEntity[];
  /** The dreamer's own feelings, in the same order; a feeling of waking life counts when it is about the dream. */
  readonly emotions: readonly SceneEntity[];
  readonly themes: readonly SceneEntity[];
  /** Actions and states of the dream, and circumstances of the user's life: `action:chased`, `circumstance:grief`. */
  readonly situations: readonly SceneEntity[];
  readonly sentences: readonly SceneSentence[];
  /** Whether the dreamer tells another person's dream. */
  readonly isReported: boolean;
  /** Words for what is nowhere there: denied, or only compared with. In text order. */
  readonly absent: readonly Span[];
}

/** A text without its words for what is not there, which a search would otherwise find. */
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

/** Props and parts of the body that are only mentioned once weigh less. */
export const MIN_SALIENCE = 1;

/** There, in the dream, and of weight: such entities lead, become tags and are given to sections as facts. */
export const isSalient = (entity: SceneEntity): boolean => isPresent(entity) && entity.salience >= MIN_SALIENCE;
