import { composeSection } from '../../libs/composer/src/index.js';
import { packPassage } from '../../libs/composer/src/testing/index.js';
import { FolderGraphSource } from '../../libs/knowledge/src/index.js';
import { GraphStore } from '../../libs/rag/src/index.js';
import { readLanguages } from '../../libs/readings/src/dream/scene/language.js';
import { SceneReader } from '../../libs/readings/src/dream/scene/scene-reader.js';
import { readSituations } from '../../libs/readings/src/dream/scene/situations.js';
import { CitationIndex } from '../../libs/readings/src/citation-index.js';
import { readingDefinitions } from '../../libs/readings/src/reading-definitions.js';
import { sectionContext } from '../../libs/readings/src/section-context.js';

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

export interface ConversationAbout {
  readonly kind: string;
  readonly locale: 'ko' | 'en';
  /** Fields of the body besides the messages: the dream, the cards, the birth. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** Answers messages as the server does without a model; quotes the records of the plan, without search. */
export class ConversationComposer {
  private constructor(
    private readonly graph: GraphStore,
    private readonly scenes: SceneReader,
  ) {}

  static async open(knowledgeDir: string): Promise<ConversationComposer> {
    const graph = new GraphStore([new FolderGraphSource(`${knowledgeDir}/graph`)], `${knowledgeDir}/language`);
    await graph.open();
    return new ConversationComposer(graph, new SceneReader(readLanguages(knowledgeDir), readSituations(knowledgeDir)));
  }

  close(): void {
    this.graph.close();
  }

  answer({ kind, locale, about }: ConversationAbout, messages: readonly Message[]): string {
    const definition = readingDefinitions.find((each) => each.kind === kind);
    const [section] = definition?.sections ?? [];
    if (!definition || !section) throw new Error(`no conversation of the kind ${kind}`);
    const body = kind === 'ask' ? askBody(messages) : { messages };
    const input = definition.input.parse({ ...about, ...body, locale });
    const plan = definition.plan(input, { linker: this.graph.linker(), scenes: this.scenes });
    const passages = plan.entities.map(({ id, facets = [] }, index) => ({
      ...packPassage(index + 1, id, locale, { facets }),
      source: '',
    }));
    const citations = new CitationIndex();
    citations.add({ retriever: 'domain', status: 'ok', ms: 0, passages });
    const context = sectionContext({ definition, input, plan }, section, citations);
    return composeSection({ ...context, earlier: {} }, section.compose, section.maxTokens).text;
  }
}

const askBody = (messages: readonly Message[]) => ({
  question: messages.at(-1)?.content,
  history: messages.slice(0, -1),
});
