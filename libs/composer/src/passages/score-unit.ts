import { type PassageUnit, unitText } from './passage-units.js';
import { TextReading } from './text-reading.js';
import { isSameWord } from '@app/text';

/** Purpose for which a passage is quoted. */
export type Take =
  /** General meaning, independent of the case. */
  | 'core'
  /** Meaning in the case the user describes. */
  | 'scene'
  /** What to do or to ask oneself. */
  | 'advice'
  /** The best answer to the question. */
  | 'answer';

interface Weights {
  readonly first: number;
  readonly overlap: number;
  readonly strayCase: number;
  readonly advice: number;
  readonly psyche: number;
  readonly folk: number;
}

/** Set by reading composed texts: a sentence about another case costs more than any bonus; a matching case beats a general
 *  sentence. */
const WEIGHTS: Readonly<Record<Take, Weights>> = {
  core: { first: 5, overlap: 0.3, strayCase: -0.8, advice: -0.4, psyche: 0.2, folk: -0.3 },
  scene: { first: -1.5, overlap: 1, strayCase: -1.2, advice: -0.2, psyche: 0.4, folk: -0.1 },
  advice: { first: -0.2, overlap: 0.5, strayCase: -0.3, advice: 1.2, psyche: 0, folk: -0.6 },
  answer: { first: 0.6, overlap: 1, strayCase: -0.6, advice: 0, psyche: 0.1, folk: -0.1 },
};

/** Scores units by their overlap with the user's text. */
export class Relevance {
  readonly #question: TextReading;
  /** Cached because every step of a plan scores the same sentences. */
  readonly #read = new Map<string, TextReading>();

  constructor(question: string) {
    this.#question = new TextReading(question);
  }

  /** Whether the user's text contains every word of this title. */
  names(title: string): boolean {
    const { stems } = this.#reading(title);
    return stems.length > 0 && stems.every((stem) => this.#question.stems.some((own) => isSameWord(own, stem)));
  }

  /** 0 to 4: half a point for a shared word, one for a shared scene. `names` of the passage's own subject do not count. */
  overlap(text: string, names: readonly string[] = []): number {
    const { stems, scenes } = this.#reading(text);
    // Each name gets a particle, as in a sentence, because some scene patterns require one.
    const named = this.#reading(names.map((name) => `${name}은`).join(' '));
    const isNamed = (stem: string) => named.stems.some((name) => isSameWord(name, stem));
    const shared = this.#question.stems.filter(
      (stem) => !isNamed(stem) && stems.some((other) => isSameWord(stem, other)),
    );
    const sharedScenes = [...scenes].filter((scene) => !named.scenes.has(scene));
    return Math.min(4, shared.length * 0.5 + sharedScenes.length);
  }

  score(unit: PassageUnit, take: Take, names: readonly string[] = []): number {
    const weights = WEIGHTS[take];
    const overlap = this.overlap(unitText(unit), names);
    const { isCase, isAdvice, isFolk, isPsyche } = this.#reading(unit.sentences[0] ?? '').traits;
    const lastAdvises = this.#reading(unit.sentences.at(-1) ?? '').traits.isAdvice;
    return (
      overlap * weights.overlap +
      (unit.index === 0 ? weights.first : 0) +
      (isCase && overlap < 1 ? weights.strayCase : 0) +
      (isAdvice || lastAdvises ? weights.advice : 0) +
      (isPsyche ? weights.psyche : 0) +
      (isFolk ? weights.folk : 0)
    );
  }

  #reading(text: string): TextReading {
    const known = this.#read.get(text) ?? new TextReading(text, this.#question.scenes);
    this.#read.set(text, known);
    return known;
  }
}
