interface Ordered {
  readonly section: string;
  readonly after?: readonly string[];
}

/** Thrown for sections that wait for each other; detected at start, because such a reading would never end. */
export class SectionCycleError extends Error {
  readonly code = 'sections.cycle';

  constructor(readonly path: readonly string[]) {
    super(`Sections wait for each other: ${path.join(' → ')}`);
  }
}

/**
 * @throws SectionCycleError naming the cycle. Ids in `after` that are not among the sections are allowed, because a
 * plan may omit them.
 */
export function assertNoCycle(sections: readonly Ordered[]): void {
  const after = new Map(sections.map((entry) => [entry.section, entry.after ?? []]));
  const settled = new Set<string>();
  const visit = (section: string, path: readonly string[]): void => {
    if (settled.has(section)) return;
    if (path.includes(section)) throw new SectionCycleError([...path.slice(path.indexOf(section)), section]);
    for (const earlier of after.get(section) ?? []) visit(earlier, [...path, section]);
    settled.add(section);
  };
  for (const { section } of sections) visit(section, []);
}
