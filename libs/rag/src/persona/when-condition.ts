/** One condition of a rule: any of its alternatives holds. */
export interface Condition {
  /** As written in the file. */
  readonly text: string;
  readonly alternatives: readonly Alternative[];
}

/** A fact tag, or with `anyValue` every fact with its prefix. */
export interface Alternative {
  /** `symbol:snake`; of a wildcard what stands before the star: `card:`. */
  readonly tag: string;
  readonly anyValue: boolean;
}

// Names in any script, but nothing that would make a tag look like two: `symbol:snake`, `card:*`.
const TAG = /^([a-z][a-z0-9-]*):(\*|[^\s|*:]+)$/;

/**
 * Parses `symbol:snake`, `emotion:fear|emotion:anxiety` or `card:*`.
 * @throws SyntaxError saying what is wrong
 */
export function parseCondition(text: string): Condition {
  return { text, alternatives: text.split('|').map((tag) => parseAlternative(tag, text)) };
}

function parseAlternative(tag: string, condition: string): Alternative {
  const [, prefix, value] = TAG.exec(tag) ?? [];
  if (prefix === undefined)
    throw new SyntaxError(`"${condition}" is no condition: "${tag}" is neither a fact tag nor a prefix with *`);
  return value === '*' ? { tag: `${prefix}:`, anyValue: true } : { tag, anyValue: false };
}

/** Why a condition holds: the alternative, and the first fact that meets it. */
export interface Held {
  readonly fact: string;
  readonly alternative: Alternative;
}

/** The first alternative that some fact meets; undefined when the condition does not hold. */
export function holds({ alternatives }: Condition, facts: Facts): Held | undefined {
  for (const alternative of alternatives) {
    const fact = meeting(alternative, facts);
    if (fact !== undefined) return { fact, alternative };
  }
  return undefined;
}

/** A set of facts, or a map with something about each. */
type Facts = Pick<ReadonlySet<string>, 'has'> & { keys(): Iterable<string> };

function meeting({ tag, anyValue }: Alternative, facts: Facts): string | undefined {
  if (!anyValue) return facts.has(tag) ? tag : undefined;
  for (const fact of facts.keys()) if (fact.startsWith(tag)) return fact;
  return undefined;
}
