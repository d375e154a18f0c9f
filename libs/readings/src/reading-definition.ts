import type { ChatMessage } from '@app/llm';
import type { KindComposition, SectionBrief, SectionPlan } from '@app/composer';
import type { EntityLinker, EntityReference, PassagesByRetriever, RetrieverKind } from '@app/rag';
import type { Locale } from '@app/text';
import type { z } from 'zod';
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
  /** Facts of the `reading` event where it says more than the sections may use; `facts` when absent. */
  readonly shownFacts?: Readonly<Record<string, unknown>>;
  /** What a dream text says, clause by clause. */
  readonly scene?: Scene;
  /** The facts as tags of the knowledge pack: `symbol:snake`, `card:the-fool`, `element:wood`. */
  readonly tags: readonly string[];
  /** Records that retrieval must return. */
  readonly entities: readonly EntityReference[];
  /** The user's question; may be empty. */
  readonly question: string;
  /** Text to search for instead of the question. */
  readonly searchText?: string;
  /** Further lines of the user, such as feelings and circumstances. Placed only in user messages. */
  readonly details?: readonly string[];
  /** Documents supplied by the client. */
  readonly documents?: readonly ClientDocument[];
  /** The conversation before the question, oldest first. Clients send both sides: neither is trusted. */
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

/** What a model is taught about one kind of reading. */
export interface KindGuide {
  /** Names of facts that were recognised in the user's words and may be wrong; all others are computed. */
  readonly recognised: readonly string[];
  /** Rules of the art, a sentence or two each. */
  readonly rules: readonly string[];
  /** Sent in place of the user's own words when there are none. */
  readonly ask: Readonly<Record<Locale, string>>;
}

/** What a prompt says of every section of the reading. */
export type SectionOutline = Pick<SectionDefinition, 'id' | 'title' | 'task'>;

/** All a prompt is made of. */
export interface PromptContext extends SectionBrief, Pick<ReadingPlan, 'details' | 'documents' | 'history'> {
  /** Random for each request; the material stands between two of it and it is stripped from everything else. */
  readonly marker: string;
  readonly guide?: KindGuide | undefined;
  /** All sections of the kind, this one among them. */
  readonly sections: readonly SectionOutline[];
  /** The lines of the facts, made once a reading (2 ms for charts); made anew when absent. */
  readonly factsLines?: () => readonly string[];
  /** Longest answer of the section. */
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
  /** What it says, for a language model; all sections of a kind see it, so that none repeats another. */
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
  /**
   * Deterministic except for random draws. A method, so that definitions of any input fit one list: the input was parsed by
   * the definition's own schema.
   * @throws ReadingInputError when the input names something that does not exist
   */
  plan(input: Input, tools: PlanningTools): ReadingPlan;
  /** How long equal inputs have the same plan, in ms: worth remembering where it is expensive. Absent where chance
   *  has a part in it. */
  readonly planKeptMs?: number;
  readonly sections: readonly SectionDefinition[];
  /** Only the common rules when absent. */
  readonly guide?: KindGuide;
  /** How the offline composer words the facts of this kind. */
  readonly composition?: KindComposition;
}
