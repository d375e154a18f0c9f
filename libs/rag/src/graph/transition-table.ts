const EMPTY = -1;

/** Number of slots of an empty table. */
const INITIAL_SLOTS = 1_024;

/**
 * Maps (state, code unit) to a state, in typed arrays with open addressing, at most half full. For the hundred thousand
 * transitions of the node names it takes a tenth of the time and memory of a `Map`.
 */
export class TransitionTable {
  private states = new Int32Array(INITIAL_SLOTS).fill(EMPTY);
  private codes = new Uint16Array(INITIAL_SLOTS);
  private targets = new Int32Array(INITIAL_SLOTS);
  private size = 0;

  /** Returns the target state, or -1 when there is no transition. */
  get(state: number, code: number): number {
    const slot = this.slot(state, code);
    return this.states[slot] === EMPTY ? EMPTY : (this.targets[slot] ?? EMPTY);
  }

  /** Adds a transition that the table does not contain. */
  set(state: number, code: number, target: number): void {
    if (++this.size * 2 > this.states.length) this.grow();
    this.put(state, code, target);
  }

  private put(state: number, code: number, target: number): void {
    const slot = this.slot(state, code);
    this.states[slot] = state;
    this.codes[slot] = code;
    this.targets[slot] = target;
  }

  private grow(): void {
    const { states, codes, targets } = this;
    this.states = new Int32Array(states.length * 2).fill(EMPTY);
    this.codes = new Uint16Array(this.states.length);
    this.targets = new Int32Array(this.states.length);
    for (let slot = 0; slot < states.length; slot++)
      if (states[slot] !== EMPTY) this.put(states[slot]!, codes[slot]!, targets[slot]!);
  }

  /** Returns the slot of a transition, or the slot where it would be inserted. */
  private slot(state: number, code: number): number {
    const mask = this.states.length - 1;
    // Knuth's multiplicative hash (TAOCP 3, 6.4).
    let slot = (Math.imul(state * 31 + code, 2_654_435_761) >>> 7) & mask;
    while (this.states[slot] !== EMPTY && (this.states[slot] !== state || this.codes[slot] !== code)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
