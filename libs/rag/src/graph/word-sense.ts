/** Text around a matched name, which determines its sense. */
export interface Surroundings {
  /** Up to `REACH` characters before the word, without trailing spaces. */
  readonly before: string;
  /** Rest of the word after the name. */
  readonly rest: string;
  /** Up to `REACH` characters after the word, without leading spaces. */
  readonly after: string;
}

/** Patterns for the surroundings; every given pattern must match. */
export type Cue = Partial<Readonly<Record<keyof Surroundings, RegExp>>>;

export interface WordSense {
  /** The name mentions no node when one of these cues matches. */
  readonly never?: readonly Cue[];
  /** The name mentions a node only when one of these cues matches. */
  readonly only?: readonly Cue[];
  /** Cues by node id: the name mentions this node only when one of them matches. */
  readonly senses?: Readonly<Record<string, readonly Cue[]>>;
}

/** Word senses by name. */
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
