import { type PassageUnit, unitText } from './passage-units.js';
import { TextReading } from './text-reading.js';
import { isSameWord } from '@app/text';

/** What a part of a section is looking for in a source. */
export type Take =
  /** What the thing is about, before any particular case. */
  | 'core'
  /** What it means in the case that was told. */
  | 'scene'
  /** What to do or ask oneself. */
  | 'advice'
  /** Whatever answers the question best. */
  | 'answer';

interface Weights {
  readonly first: number;
  readonly overlap: number;
  readonly strayCase: number;
  readonly advice: number;
  readonly psyche: number;
  readonly folk: number;
}

/** Chosen by reading: a sentence of the wrong case costs more than any bonus, a fitting case beats the general one. */
const WEIGHTS: Readonly<Record<Take, Weights>> = {
  core: { first: 5, overlap: 0.3, strayCase: -0.8, advice: -0.4, psyche: 0.2, folk: -0.3 },
  scene: { first: -1.5, overlap: 1, strayCase: -1.2, advice: -0.2, psyche: 0.4, folk: -0.1 },
  advice: { first: -0.2, overlap: 0.5, strayCase: -0.3, advice: 1.2, psyche: 0, folk: -0.6 },
  answer: { first: 0.6, overlap: 1, strayCase: -0.6, advice: 0, psyche: 0.1, folk: -0.1 },
};

/** The words a reading turns on: the user's, without the names of the thing a source is about. */
export class Relevance {
  readonly #question: TextReading;
  /** Every step of a plan looks at the same sentences. */
  readonly #read = new Map<string, TextReading>();

  constructor(question: string) {
    this.#question = new TextReading(question);
  }

  /** Whether the user wrote this title, whatever else they wrote. */
  names(title: string): boolean {
    const { stems } = this.#reading(title);
    return stems.length > 0 && stems.every((stem) => this.#question.stems.some((own) => isSameWord(own, stem)));
  }

  /** From 0: shared words and, twice as telling, shared scenes. Names the source is about anyway do not count. */
  overlap(text: string, names: readonly string[] = []): number {
    const { stems, scenes } = this.#reading(text);
    // With a particle after each, as in a sentence: some scenes are told by it.
    const named = this.#reading(names.map((name) => `${name}은`).join(' '));
    const isNamed = (stem: string) => named.stems.some((name) => isSameWord(name, stem));
    const shared = this.#question.stems.filter(
      (stem) => !isNamed(stem) && stems.some((other) => isSameWord(stem, other)),
    );
    const told = [...scenes].filter((scene) => !named.scenes.has(scene));
    return Math.min(4, shared.length * 0.5 + told.length);
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
