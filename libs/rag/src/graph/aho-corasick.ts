import { TransitionTable } from './transition-table.js';

export interface PatternMatch {
  /** Index into the patterns of the automaton. */
  readonly pattern: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const ROOT = 0;
const NONE = -1;

/**
 * Finds every occurrence of many patterns in one pass over the text (Aho and Corasick, "Efficient string matching",
 * CACM 18(6), 1975). The time is proportional to the text and the matches, not to the number of patterns. Offsets are
 * UTF-16 code units.
 */
export class AhoCorasick {
  private readonly children: TransitionTable;
  private readonly parents: number[] = [ROOT];
  private readonly codes: number[] = [0];
  /** States by depth, starting with the root. */
  private readonly levels: number[][] = [[ROOT]];
  /** Index of the pattern that ends in each state, or NONE. */
  private readonly endings: number[] = [NONE];
  private readonly fallbacks: Int32Array;
  /** Longest proper suffix of each state in which a pattern ends. */
  private readonly suffixes: Int32Array;

  /** @param patterns distinct, non-empty strings */
  constructor(private readonly patterns: readonly string[]) {
    this.children = new TransitionTable(patterns.reduce((sum, { length }) => sum + length, 0));
    for (const [index, pattern] of patterns.entries()) this.insert(pattern, index);
    this.fallbacks = new Int32Array(this.parents.length);
    this.suffixes = new Int32Array(this.parents.length);
    for (const level of this.levels.slice(1)) for (const state of level) this.linkState(state);
  }

  /** Returns all matches ordered by their end; among matches with the same end, the longest comes first. */
  matches(text: string): readonly PatternMatch[] {
    const found: PatternMatch[] = [];
    let state = ROOT;
    for (let index = 0; index < text.length; index++) {
      state = this.step(state, text.charCodeAt(index));
      if (state !== ROOT) this.collect(state, index + 1, found);
    }
    return found;
  }

  private insert(pattern: string, index: number): void {
    let state = ROOT;
    for (let depth = 0; depth < pattern.length; depth++) {
      const code = pattern.charCodeAt(depth);
      const next = this.children.get(state, code);
      state = next === NONE ? this.grow(state, code, depth + 1) : next;
    }
    this.endings[state] = index;
  }

  private grow(parent: number, code: number, depth: number): number {
    const state = this.parents.push(parent) - 1;
    this.codes.push(code);
    this.endings.push(NONE);
    (this.levels[depth] ??= []).push(state);
    this.children.set(parent, code, state);
    return state;
  }

  private linkState(state: number): void {
    const parent = this.parents[state] ?? ROOT;
    const fallback = parent === ROOT ? ROOT : this.step(this.fallbacks[parent] ?? ROOT, this.codes[state] ?? 0);
    this.fallbacks[state] = fallback;
    this.suffixes[state] = this.endings[fallback] === NONE ? (this.suffixes[fallback] ?? ROOT) : fallback;
  }

  private step(from: number, code: number): number {
    for (let state = from; ; state = this.fallbacks[state] ?? ROOT) {
      const next = this.children.get(state, code);
      if (next !== NONE) return next;
      if (state === ROOT) return ROOT;
    }
  }

  private collect(from: number, end: number, found: PatternMatch[]): void {
    for (let state = from; state !== ROOT; state = this.suffixes[state] ?? ROOT) {
      const pattern = this.endings[state] ?? NONE;
      if (pattern !== NONE) found.push({ pattern, start: end - (this.patterns[pattern]?.length ?? 0), end });
    }
  }
}
