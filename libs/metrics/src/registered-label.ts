/**
 * A label whose values are registered at start. Every other value becomes `other`, so that client input cannot add
 * series.
 */
export class RegisteredLabel {
  readonly #values = new Set<string>();

  register(values: Iterable<string>): void {
    for (const value of values) this.#values.add(value);
  }

  of(value: string): string {
    return this.#values.has(value) ? value : 'other';
  }
}
