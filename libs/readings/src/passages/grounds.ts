/** What advice may rest on. */
export interface Grounds {
  /** Ids of the symbols, feelings, themes and circumstances that the text states. */
  readonly stated: ReadonlySet<string>;
  /** Themes of the symbols. They support an article about a feeling, but none about a symbol, which they only repeat. */
  readonly ofSymbol: ReadonlySet<string>;
  /** Id of the main symbol. A practice is written for it and needs no other ground. */
  readonly lead?: string;
}

/** A symbol and a feeling, for example. Several symbols are one ground, because one word often gives two of them. */
const MIN_GROUNDS = 2;
/** Circumstances that say too little to be sufficient alone; any other states the situation of the article. */
const BROAD: ReadonlySet<string> = new Set(
  [
    'decision',
    'family',
    'friend',
    'lottery',
    'married',
    'money',
    'nightmare',
    'parent',
    'partner',
    'quarrel',
    'work',
  ].map((name) => `circumstance:${name}`),
);

/** The ids of an article that its grounds are compared with. */
interface Advice {
  readonly about: readonly string[];
  readonly tags: readonly string[];
  readonly audience: readonly string[];
  readonly practice?: boolean;
}

/** Whether an article is about something stated, and two kinds of grounds or a specific circumstance support it. */
export function isGrounded({ about, tags, audience, practice }: Advice, grounds: Grounds): boolean {
  const { stated, ofSymbol, lead } = grounds;
  if (practice) return lead !== undefined && about.includes(lead);
  const reasons = about.filter((id) => stated.has(id));
  if (reasons.length === 0 || !audience.every((id) => stated.has(id))) return false;
  if (reasons.some((id) => kindOf(id) === 'circumstance' && !BROAD.has(id))) return true;
  const supporting = tags.filter((id) => stated.has(id)).map(kindOf);
  const isFelt = reasons.some((id) => kindOf(id) === 'emotion');
  const thematic = isFelt && tags.some((id) => ofSymbol.has(id)) ? ['dream'] : [];
  return new Set([...reasons.map(kindOf), ...supporting, ...thematic]).size >= MIN_GROUNDS;
}

const kindOf = (id: string): string => id.slice(0, id.indexOf(':'));
