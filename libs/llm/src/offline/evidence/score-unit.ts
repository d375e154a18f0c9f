import { scenesOf } from './scene-words.js';
import { type EvidenceUnit, unitText } from './evidence-units.js';
import { traitsOf } from './sentence-traits.js';
import { isSameWord, wordStems } from './word-stems.js';

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
  readonly #stems: readonly string[];
  readonly #scenes: ReadonlySet<string>;

  constructor(question: string) {
    this.#stems = [...new Set(wordStems(question))];
    this.#scenes = scenesOf(question);
  }

  /** Whether the user wrote this title, whatever else they wrote. */
  names(title: string): boolean {
    const stems = wordStems(title);
    return stems.length > 0 && stems.every((stem) => this.#stems.some((own) => isSameWord(own, stem)));
  }

  /** From 0: shared words and, twice as telling, shared scenes. Names the source is about anyway do not count. */
  overlap(text: string, names: readonly string[] = []): number {
    const own = names.flatMap(wordStems);
    const stems = wordStems(text);
    const shared = this.#stems.filter(
      (stem) => !own.some((name) => isSameWord(name, stem)) && stems.some((other) => isSameWord(stem, other)),
    );
    // With a particle after each, as in a sentence: some scenes are told by it.
    const named = scenesOf(names.map((name) => `${name}은`).join(' '));
    const scenes = [...scenesOf(text)].filter((scene) => this.#scenes.has(scene) && !named.has(scene));
    return Math.min(4, shared.length * 0.5 + scenes.length);
  }

  score(unit: EvidenceUnit, take: Take, names: readonly string[] = []): number {
    const text = unitText(unit);
    const weights = WEIGHTS[take];
    const overlap = this.overlap(text, names);
    const { isCase, isAdvice, isFolk, isPsyche } = traitsOf(unit.sentences[0] ?? '');
    const lastAdvises = traitsOf(unit.sentences.at(-1) ?? '').isAdvice;
    return (
      overlap * weights.overlap +
      (unit.index === 0 ? weights.first : 0) +
      (isCase && overlap < 1 ? weights.strayCase : 0) +
      (isAdvice || lastAdvises ? weights.advice : 0) +
      (isPsyche ? weights.psyche : 0) +
      (isFolk ? weights.folk : 0)
    );
  }
}
