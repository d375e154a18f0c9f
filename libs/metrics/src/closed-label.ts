/** Maps every value outside a closed set to `other`, so that client input cannot add series. */
export function closedLabel<Value extends string>(values: readonly Value[]): (value: string) => Value | 'other' {
  const known = new Set<string>(values);
  return (value) => (known.has(value) ? (value as Value) : 'other');
}
