/** The surroundings of a matched name, which decide between its senses. */
export interface Surroundings {
  /** The text before the word, up to `REACH` characters, its trailing space cut off. */
  readonly before: string;
  /** What follows the name inside its word. */
  readonly rest: string;
  /** The text after the word, up to `REACH` characters, its leading space cut off. */
  readonly after: string;
}

/** A test of the surroundings; every part that is given must match. */
export type Cue = Partial<Readonly<Record<keyof Surroundings, RegExp>>>;

export interface WordSense {
  /** The name means nothing we know when one of these holds. */
  readonly never?: readonly Cue[];
  /** The name means something we know only when one of these holds. */
  readonly only?: readonly Cue[];
  /** By node id: the name means this node only when one of these holds. */
  readonly senses?: Readonly<Record<string, readonly Cue[]>>;
}

/** By name. */
export type WordSenses = ReadonlyMap<string, WordSense>;

export const REACH = 16;

export function meansNode(sense: WordSense | undefined, nodeId: string, surroundings: Surroundings): boolean {
  if (!sense) return true;
  const holds = (cue: Cue) => matchesCue(cue, surroundings);
  if (sense.never?.some(holds)) return false;
  if (sense.only && !sense.only.some(holds)) return false;
  const ofNode = sense.senses?.[nodeId];
  return !ofNode || ofNode.some(holds);
}

function matchesCue(cue: Cue, surroundings: Surroundings): boolean {
  const { before, rest, after } = cue;
  return (
    (!before || before.test(surroundings.before)) &&
    (!rest || rest.test(surroundings.rest)) &&
    (!after || after.test(surroundings.after))
  );
}
