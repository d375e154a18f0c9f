/** The actual result, and whether it was expected. */
export interface Seen {
  readonly seen: string;
  readonly ok: boolean;
}

/** One fault, as a row of the printed table. */
export interface Row<Context> {
  readonly id: string;
  readonly fault: string;
  readonly expected: string;
  readonly run: (context: Context) => Promise<Seen>;
}

export interface Outcome extends Seen {
  readonly id: string;
  readonly fault: string;
  readonly expected: string;
  readonly ms: number;
}

/** Runs rows sequentially; a row that throws fails with the error as its result. */
export async function runRows<Context>(rows: readonly Row<Context>[], context: Context): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { id, fault, expected, run } of rows) {
    const startedAt = performance.now();
    const result = await run(context).catch((error: unknown) => ({ ok: false, seen: String(error) }));
    const outcome = { id, fault, expected, ...result, ms: performance.now() - startedAt };
    process.stderr.write(`${outcome.ok ? 'ok  ' : 'FAIL'} ${id} ${fault}: ${outcome.seen}\n`);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Expects the two values to be equal as JSON. */
export const same = (seen: unknown, expected: unknown, note = ''): Seen => {
  const [one, other] = [JSON.stringify(seen), JSON.stringify(expected)];
  return { ok: one === other, seen: `${one}${note && `, ${note}`}` };
};

/** Expects every check to hold, and prints the values. */
export const all = (checks: Readonly<Record<string, readonly [seen: unknown, ok: boolean]>>): Seen => ({
  ok: Object.values(checks).every(([, ok]) => ok),
  seen: Object.entries(checks)
    .map(([name, [seen, ok]]) => `${name} ${typeof seen === 'string' ? seen : JSON.stringify(seen)}${ok ? '' : ' (!)'}`)
    .join(', '),
});
