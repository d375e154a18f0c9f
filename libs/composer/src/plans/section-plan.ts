import type { Locale } from '@app/text';

/** Alternative phrasings. `{slot}` is replaced by a fact, `{은/는}` by the particle that fits the preceding word. */
export type Phrases = Readonly<Record<Locale, readonly string[]>>;

/** Lead phrases for a list of items, by position. */
export interface Leads {
  readonly next: Phrases;
  readonly first?: Phrases;
  readonly last?: Phrases;
  /** For a list with one item. */
  readonly only?: Phrases;
  /** For an item whose lead an earlier turn of the conversation has used. */
  readonly again?: Phrases;
}

/** Purpose for which a passage is quoted. */
export type Take =
  /** General meaning: the record's first sentence. */
  | 'core'
  /** Everything after the first sentence. */
  | 'rest'
  /** The contexts of a dream symbol that apply to the dream; nothing when none applies. */
  | 'context'
  /** The traditional (`folk`) and the psychological (`psyche`) interpretation of a dream symbol. */
  | 'folk'
  /** The traditional interpretation of an animal or of nature; that of a thing or a person is about one case only. */
  | 'lore'
  | 'psyche'
  /** Advice: the beginning of an article, or a counsellor's rule. */
  | 'advice'
  /** The sentences that share most words with the question; none when they share fewer than a minimum. */
  | 'answer'
  /** The sentences within the `span` of the subject's record, in the record's order. */
  | 'part';

/** Which passages a step may quote, and which of their sentences. */
export interface Draw {
  readonly take: Take;
  /** Used when `take` finds nothing to quote. */
  readonly orElse?: Take;
  /** Quoted from the same passages after `take`. */
  readonly followedBy?: Take;
  readonly retrievers?: readonly string[];
  /** Only records whose id starts with one of these prefixes. */
  readonly prefixes?: readonly string[];
  /** Maximum number of units quoted for one subject or passage; default 1. */
  readonly units?: number;
  /** Keeps the retriever's order instead of ranking by word overlap. */
  readonly inOrder?: boolean;
  /** Quotes the beginning of a passage instead of single sentences. */
  readonly stretch?: boolean;
  /** Rotates the passages by a hash of the request, so that readings do not all quote the same passage first. */
  readonly vary?: boolean;
  /** Uses every second passage, so that two sections that share a retriever quote different passages. */
  readonly half?: 'first' | 'second';
}

/** A phrase filled with facts. */
export interface SayStep {
  readonly say: Phrases;
  readonly rank: number;
  /** Skips the step when this group or slot of the facts is known. */
  readonly unless?: string;
  /** Skips the step unless this group or slot of the facts is known. */
  readonly needs?: string;
  /** True when the phrase announces quotations; it is dropped when there are none. */
  readonly promises?: boolean;
}

/** For each subject of a group: a lead, then quotations from its passages. */
export interface EachStep {
  readonly each: string;
  readonly most: number;
  readonly leads?: Leads;
  /** Keeps the lead when its quotation is missing or does not fit. */
  readonly keepLead?: boolean;
  readonly draw: Draw;
  readonly rank: number;
  /** One paragraph for each subject. */
  readonly apart?: boolean;
  readonly unless?: string;
  /** Skips the step unless this group or slot of the facts is known. */
  readonly needs?: string;
}

/** The best passages that no earlier step has used. */
export interface BestStep {
  readonly draw: Draw;
  readonly most: number;
  /** Slots: the passage's `title`, and `topic`, the title as used within a sentence. */
  readonly leads?: Leads;
  /** Used when there is no such passage. */
  readonly orSay?: Phrases;
  /** Runs only when no earlier step has quoted anything. */
  readonly isFallback?: boolean;
  readonly rank: number;
  readonly unless?: string;
  /** Skips the step unless this group or slot of the facts is known. */
  readonly needs?: string;
}

/** One step of a paragraph; skipped when its facts or passages are missing. */
export type Step = SayStep | EachStep | BestStep;

/**
 * A section as data: paragraphs of steps. When the text is too long, remarks with the highest `rank` are dropped first
 * (0 is always kept), and within a step the later ones first.
 */
export interface SectionPlan {
  /** Selects the counsellor's opening and closing phrases for the section. */
  readonly role?: SectionRole;
  /** For sections that answer a message of a conversation. */
  readonly turns?: TurnPhrases;
  readonly paragraphs: readonly (readonly Step[])[];
  /** Used when no passage could be quoted. */
  readonly nothing: Phrases;
  /** Used instead of `nothing` with a care topic. */
  readonly careful?: Phrases;
}

/**
 * Replies to messages of a conversation that need no passage. Slots: `right` is the corrected text, `said` the user's
 * own words.
 */
export interface TurnPhrases {
  readonly thanks: Phrases;
  readonly recall: Phrases;
  readonly nothingSaid: Phrases;
  readonly correction: Phrases;
  readonly disagreement: Phrases;
  readonly statement: Phrases;
}

export type SectionRole = 'meaning' | 'detail' | 'advice' | 'answer';

/**
 * A counsellor's style: phrases with the slots of the reading, in particular `{lead}`, the name of its first subject.
 */
export interface Voice {
  readonly open: Readonly<Partial<Record<SectionRole, Phrases>>>;
  readonly close: Readonly<Record<SectionRole, Phrases>>;
}
