import type { ChatMessage } from '@app/llm';
import type { KindComposition, OwnWords, SectionBrief, SectionPlan } from '@app/composer';
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
  /** Facts for the `reading` event when it shows more than sections may use; default `facts`. */
  readonly shownFacts?: Readonly<Record<string, unknown>>;
  /** What the user's text says about a dream and about waking life. */
  readonly scene?: Scene;
  /** Quotations from the user's text for composed sections. */
  readonly ownWords?: OwnWords;
  /** The facts as tags of the built-in knowledge files: `symbol:snake`, `card:the-fool`, `element:wood`. */
  readonly tags: readonly string[];
  /** Records that retrieval must return. */
  readonly entities: readonly EntityReference[];
  /** Built-in articles that fit the reading, best first; chosen by `KnowledgeSelector`. */
  readonly articles?: readonly ChosenArticle[];
  /** The user's question; may be empty. */
  readonly question: string;
  /** Text to search for instead of the question. */
  readonly searchText?: string;
  /** Additional input of the user, one line each, such as feelings and circumstances. Placed only in user messages. */
  readonly details?: readonly string[];
  /** Documents supplied by the client. */
  readonly documents?: readonly ClientDocument[];
  /** The turns before the question, oldest first. Untrusted: the client sends both sides. */
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
  /** Sent in place of the question when the user has not written one. */
  readonly ask: Readonly<Record<Locale, string>>;
}

/** A section as listed in the prompts of its siblings. */
export type SectionOutline = Pick<SectionDefinition, 'id' | 'title' | 'task'>;

/** Everything a prompt is built from. */
export interface PromptContext extends SectionBrief, Pick<ReadingPlan, 'details' | 'documents' | 'history'> {
  /** Random value per reading. Delimits the block of facts and documents; removed from all other text. */
  readonly marker: string;
  readonly guide?: KindGuide | undefined;
  /** All sections of the kind, including this one. */
  readonly sections: readonly SectionOutline[];
  /**
   * Returns the facts as lines, computed once per reading (2 ms for charts). When absent, each prompt computes them.
   */
  readonly factsLines?: () => readonly string[];
  /** Maximum number of tokens of the section's text. */
  readonly maxTokens: number;
}

/** One section; created by `defineSection`, one file each. */
export interface SectionDefinition {
  /** Lower-case words joined by hyphens; used in events, metrics, `after` and legacy routes. */
  readonly id: string;
  /** Heading on the page, in OpenAPI and in composed texts. */
  readonly title: Readonly<Record<Locale, string>>;
  /** The section starts when all of these retrievers have settled. */
  readonly retrievers: readonly RetrieverKind[];
  /** Sections whose text this section needs. Sections that are not part of the plan are ignored. */
  readonly after: readonly string[];
  /** Whether the section is part of a plan; default always. */
  readonly when?: (plan: ReadingPlan) => boolean;
  readonly maxTokens: number;
  /**
   * Task for a language model. The prompts of all sections of a kind contain it, so that no section repeats another.
   */
  readonly task: string;
  /** Messages for a language model. Pure. */
  readonly prompt: (context: PromptContext) => readonly ChatMessage[];
  /** The plan by which the offline composer writes the section. */
  readonly compose: SectionPlan;
}

/** A kind of reading as data, run by `Interpreter`. */
export interface ReadingDefinition<Input extends CommonInput = CommonInput> {
  /** Name in routes, events and metrics. */
  readonly kind: string;
  /** Domain of the knowledge records that is searched first; default `kind`. */
  readonly domain?: string;
  readonly input: z.ZodType<Input>;
  /** Schema of the facts in the `reading` event, for documentation and typed clients; any object when absent. */
  readonly facts?: z.ZodType;
  /** A valid request body, shown in OpenAPI. */
  readonly example?: Readonly<Record<string, unknown>>;
  /**
   * Deterministic except for random draws. Declared as a method, so that definitions with different inputs fit one
   * list; the definition's own schema has parsed the input.
   * @throws ReadingInputError when the input names something that does not exist
   */
  plan(input: Input, tools: PlanningTools): ReadingPlan;
  /** Time for which a plan can be reused for an equal input, in ms. Absent for kinds that draw at random. */
  readonly planTtlMs?: number;
  readonly sections: readonly SectionDefinition[];
  /** Default: no rules besides the common ones. */
  readonly guide?: KindGuide;
  /** How the offline composer words the facts of this kind. */
  readonly composition?: KindComposition;
}
