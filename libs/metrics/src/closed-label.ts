/** Folds every value outside a closed set into `other`, so that no input of a client can add a series. */
export function closedLabel<Value extends string>(values: readonly Value[]): (value: string) => Value | 'other' {
  const known = new Set<string>(values);
  return (value) => (known.has(value) ? (value as Value) : 'other');
}
