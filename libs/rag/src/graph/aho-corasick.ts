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

/** The states while the automaton is built, by number. */
interface States {
  readonly parents: number[];
  readonly codes: number[];
  /** Numbers of states by depth, starting with the root. */
  readonly levels: number[][];
  /** Index of the pattern that ends in a state, or NONE. */
  readonly endings: number[];
}

/**
 * Finds every occurrence of many patterns in one pass over the text (Aho and Corasick, "Efficient string matching",
 * CACM 18(6), 1975). The time is proportional to the text and the matches, not to the number of patterns. Offsets are
 * UTF-16 code units.
 */
export class AhoCorasick {
  private readonly children = new TransitionTable();
  /** Index of the pattern that ends in each state, or NONE. */
  private readonly endings: Int32Array;
  private readonly fallbacks: Int32Array;
  /** Longest proper suffix of each state in which a pattern ends. */
  private readonly suffixes: Int32Array;

  /** @param patterns distinct, non-empty strings */
  constructor(private readonly patterns: readonly string[]) {
    const states: States = { parents: [ROOT], codes: [0], levels: [[ROOT]], endings: [NONE] };
    for (const [index, pattern] of patterns.entries()) this.insert(pattern, index, states);
    this.endings = Int32Array.from(states.endings);
    this.fallbacks = new Int32Array(this.endings.length);
    this.suffixes = new Int32Array(this.endings.length);
    for (const level of states.levels.slice(1)) for (const state of level) this.linkState(state, states);
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

  private insert(pattern: string, index: number, states: States): void {
    let state = ROOT;
    for (let depth = 0; depth < pattern.length; depth++) {
      const code = pattern.charCodeAt(depth);
      let next = this.children.get(state, code);
      if (next === NONE) {
        next = grow(states, { parent: state, code, depth: depth + 1 });
        this.children.set(state, code, next);
      }
      state = next;
    }
    states.endings[state] = index;
  }

  private linkState(state: number, { parents, codes }: States): void {
    const parent = parents[state] ?? ROOT;
    const fallback = parent === ROOT ? ROOT : this.step(this.fallbacks[parent] ?? ROOT, codes[state] ?? 0);
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

/** Adds a state and returns its number. */
function grow(
  { parents, codes, levels, endings }: States,
  { parent, code, depth }: { readonly parent: number; readonly code: number; readonly depth: number },
): number {
  const state = parents.push(parent) - 1;
  codes.push(code);
  endings.push(NONE);
  (levels[depth] ??= []).push(state);
  return state;
}
