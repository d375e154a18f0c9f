/** A condition of a rule. It holds when any of its alternatives does. */
export interface Condition {
  /** The condition as written in the file. */
  readonly text: string;
  readonly alternatives: readonly Alternative[];
}

/** A fact tag, or with `anyValue` a prefix that matches every fact with it. */
export interface Alternative {
  /** `symbol:snake`; for a wildcard, the part before the asterisk: `card:`. */
  readonly tag: string;
  readonly anyValue: boolean;
}

// Values in any script, without characters that separate tags: `symbol:snake`, `card:*`.
const TAG = /^([a-z][a-z0-9-]*):(\*|[^\s|*:]+)$/;

/**
 * Parses `symbol:snake`, `emotion:fear|emotion:anxiety` or `card:*`.
 * @throws SyntaxError with the problem.
 */
export function parseCondition(text: string): Condition {
  return { text, alternatives: text.split('|').map((tag) => parseAlternative(tag, text)) };
}

function parseAlternative(tag: string, condition: string): Alternative {
  const [, prefix, value] = TAG.exec(tag) ?? [];
  if (prefix === undefined)
    throw new SyntaxError(`"${condition}" is not a condition: "${tag}" is neither a fact tag nor a prefix with *`);
  return value === '*' ? { tag: `${prefix}:`, anyValue: true } : { tag, anyValue: false };
}

/** The alternative that holds, and the first fact that matches it. */
export interface Held {
  readonly fact: string;
  readonly alternative: Alternative;
}

/** Returns the first alternative that a fact matches; undefined when the condition does not hold. */
export function holds({ alternatives }: Condition, facts: Facts): Held | undefined {
  for (const alternative of alternatives) {
    const fact = matchingFact(alternative, facts);
    if (fact !== undefined) return { fact, alternative };
  }
  return undefined;
}

/** A set of facts, or a map with facts as keys. */
type Facts = Pick<ReadonlySet<string>, 'has'> & { keys(): Iterable<string> };

function matchingFact({ tag, anyValue }: Alternative, facts: Facts): string | undefined {
  if (!anyValue) return facts.has(tag) ? tag : undefined;
  for (const fact of facts.keys()) if (fact.startsWith(tag)) return fact;
  return undefined;
}
