/** The first entries whose total cost fits into `room`. */
export function whileTheyFit<Entry>(
  entries: readonly Entry[],
  room: number,
  cost: (entry: Entry) => number,
): readonly Entry[] {
  let left = room;
  const end = entries.findIndex((entry) => (left -= cost(entry)) < 0);
  return end < 0 ? entries : entries.slice(0, end);
}
