import type { ChatMessage } from '@app/llm';
import type { KindComposition, SectionBrief, SectionPlan } from '@app/composer';
import type { EntityLinker, EntityReference, PassagesByRetriever, RetrieverKind } from '@app/rag';
import type { Locale } from '@app/text';
import type { z } from 'zod';
import type { ChosenArticle } from './passages/article-index.js';
import type { Scene } from './dream/scene/scene.js';
import type { SceneReader } from './dream/scene/scene-reader.js';
import type { CommonInput } from './reading-input.js';
import type { ClientDocument } from './client-documents.js';

/** One turn of a conversation as the client sends it. */
export interface Turn {
  readonly speaker: 'person' | 'reader';
  readonly text: string;
}

/** Everything computed from the input before retrieval. */
export interface ReadingPlan {
  /** Sent in the `reading` event and to every prompt. Computed, never generated. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Facts for the `reading` event when it contains more than sections may use; default `facts`. */
  readonly shownFacts?: Readonly<Record<string, unknown>>;
  /** What the user's text says: of a dream, and of their life. */
  readonly scene?: Scene;
  /** The facts as tags of the knowledge pack: `symbol:snake`, `card:the-fool`, `element:wood`. */
  readonly tags: readonly string[];
  /** Records that retrieval must return. */
  readonly entities: readonly EntityReference[];
  /** Articles of the pack that fit the reading, best first; chosen by `KnowledgeSelector`. */
  readonly articles?: readonly ChosenArticle[];
  /** The user's question; may be empty. */
  readonly question: string;
  /** Text to search for instead of the question. */
  readonly searchText?: string;
  /** Further lines of the user, such as feelings and circumstances. Placed only in user messages. */
  readonly details?: readonly string[];
  /** Documents supplied by the client. */
  readonly documents?: readonly ClientDocument[];
  /** The conversation before the question, oldest first. Untrusted: the client sends both sides. */
  readonly history?: readonly Turn[];
  /** Passages retrieved before the question was known. Never supplied by a client. */
  readonly prefetched?: PassagesByRetriever;
  /** Three suggested questions. */
  readonly followups: readonly string[];
}

/** Services available to `plan`. */
export interface PlanningTools {
  readonly linker: EntityLinker;
  readonly scenes: SceneReader;
}

/** Instructions for a model about one kind of reading. */
export interface KindGuide {
  /** Names of facts recognised in the user's text, which may be wrong; all others are computed. */
  readonly recognised: readonly string[];
  /** Rules of the tradition, one or two sentences each. */
  readonly rules: readonly string[];
  /** Sent when the user has written no question. */
  readonly ask: Readonly<Record<Locale, string>>;
}

/** A section as listed in the prompts of its siblings. */
export type SectionOutline = Pick<SectionDefinition, 'id' | 'title' | 'task'>;

/** Everything a prompt is built from. */
export interface PromptContext extends SectionBrief, Pick<ReadingPlan, 'details' | 'documents' | 'history'> {
  /** Random per reading. Delimits facts and documents and is removed from everything else. */
  readonly marker: string;
  readonly guide?: KindGuide | undefined;
  /** All sections of the kind, including this one. */
  readonly sections: readonly SectionOutline[];
  /** Returns the facts as lines, computed once per reading (2 ms for charts); computed by the prompt when absent. */
  readonly factsLines?: () => readonly string[];
  /** Limit of the section's answer. */
  readonly maxTokens: number;
}

/** One section; created by `defineSection`, one file each. */
export interface SectionDefinition {
  /** Lower-case words joined by hyphens; used in events, metrics, `after` and legacy routes. */
  readonly id: string;
  /** Heading on the page, in OpenAPI and in composed texts. */
  readonly title: Readonly<Record<Locale, string>>;
  /** The section starts when all of these have settled. */
  readonly retrievers: readonly RetrieverKind[];
  /** Sections whose text this one needs; sections left out of the plan are ignored. */
  readonly after: readonly string[];
  /** Whether the section is part of a plan; default always. */
  readonly when?: (plan: ReadingPlan) => boolean;
  readonly maxTokens: number;
  /** Instruction for a language model. All sections of a kind see it, so that none repeats another. */
  readonly task: string;
  /** Messages for a language model. Pure. */
  readonly prompt: (context: PromptContext) => readonly ChatMessage[];
  /** The offline composer's plan of the section. */
  readonly compose: SectionPlan;
}

/** A kind of reading as data, run by `Interpreter`. */
export interface ReadingDefinition<Input extends CommonInput = CommonInput> {
  /** Name in routes, events and metrics. */
  readonly kind: string;
  /** Domain of the knowledge pack to search first; default `kind`. */
  readonly domain?: string;
  readonly input: z.ZodType<Input>;
  /** Shape of the facts in the `reading` event, for documents and typed clients; any object when absent. */
  readonly facts?: z.ZodType;
  /** A request that succeeds, shown in OpenAPI. */
  readonly example?: Readonly<Record<string, unknown>>;
  /**
   * Deterministic except for random draws. A method, so that definitions of any input fit one list: the input was parsed by
   * the definition's own schema.
   * @throws ReadingInputError when the input names something that does not exist
   */
  plan(input: Input, tools: PlanningTools): ReadingPlan;
  /** How long a plan may be reused for an equal input, in ms. Absent for kinds that draw at random. */
  readonly planTtlMs?: number;
  readonly sections: readonly SectionDefinition[];
  /** Default: only the common rules. */
  readonly guide?: KindGuide;
  /** How the offline composer words the facts of this kind. */
  readonly composition?: KindComposition;
}
