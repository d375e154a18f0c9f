import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSection, type NumberedPassage } from '../../libs/composer/src/index.js';
import { FolderGraphSource } from '../../libs/knowledge/src/index.js';
import { GraphStore, type Passage, type RetrievalQuery } from '../../libs/rag/src/index.js';
import { GraphRetriever } from '../../libs/rag/src/graph/graph.retriever.js';
import { PersonaRetriever } from '../../libs/rag/src/persona/persona.retriever.js';
import { PersonaStore } from '../../libs/rag/src/persona/persona.store.js';
import { careBrief } from '../../libs/readings/src/care-brief.js';
import { CitationIndex } from '../../libs/readings/src/citation-index.js';
import { readContextConditions } from '../../libs/readings/src/dream/context-conditions.js';
import { dreamReading } from '../../libs/readings/src/dream/dream.reading.js';
import { readLanguages } from '../../libs/readings/src/dream/scene/language.js';
import { SceneReader } from '../../libs/readings/src/dream/scene/scene-reader.js';
import { readSituations } from '../../libs/readings/src/dream/scene/situations.js';
import { readArticles } from '../../libs/readings/src/passages/article-index.js';
import { KnowledgeSelector } from '../../libs/readings/src/passages/knowledge-selector.js';
import type { ReadingDefinition, ReadingPlan } from '../../libs/readings/src/reading-definition.js';
import { retrievalQuery } from '../../libs/readings/src/retrieval-query.js';
import { sectionContext } from '../../libs/readings/src/section-context.js';
import { CareGate } from '../../libs/safety/src/index.js';
import { careData } from '../../libs/safety/src/care-data.js';
import { conceptData } from '../../libs/safety/src/concept-data.js';
import { readSafetyData } from '../../libs/safety/src/read-safety-data.js';
import { TextReader } from '../../libs/safety/src/text-reader.js';

type Fields = Readonly<Record<string, unknown>>;
export interface DreamText {
  readonly dream: string;
  readonly locale: 'ko' | 'en';
  readonly persona?: string;
}

export interface ComposedDream {
  readonly plan: ReadingPlan;
  readonly sections: readonly { readonly id: string; readonly text: string }[];
  /** The passages by citation number. */
  readonly passages: ReadonlyMap<number, NumberedPassage>;
}

const TOP_K = 6;
const RETRIEVERS = ['graph', 'corpus', 'persona', 'domain'] as const;

/** Composes dream readings from the knowledge pack as the server does without a model, but without search: records by id only. */
export class DreamComposer {
  private constructor(
    /** The pack's dream symbols and articles by id. */
    readonly records: ReadonlyMap<string, Fields>,
    private readonly graph: GraphStore,
    private readonly personas: PersonaStore,
    private readonly scenes: SceneReader,
    private readonly selector: KnowledgeSelector,
    private readonly care: CareGate,
  ) {}

  static async open(knowledgeDir: string): Promise<DreamComposer> {
    const graph = new GraphStore([new FolderGraphSource(join(knowledgeDir, 'graph'))], join(knowledgeDir, 'language'));
    const personas = new PersonaStore(join(knowledgeDir, 'persona'));
    await Promise.all([graph.open(), personas.open()]);
    const files = ['domain/dream', ...CORPUS.map((topic) => `corpus/${topic}`)];
    const records = files.flatMap((file) => readLines(join(knowledgeDir, `${file}.jsonl`)));
    return new DreamComposer(
      new Map(records.map((record) => [String(record['id']), record])),
      graph,
      personas,
      new SceneReader(readLanguages(knowledgeDir), readSituations(knowledgeDir)),
      new KnowledgeSelector(readContextConditions(knowledgeDir), readArticles(knowledgeDir)),
      new CareGate(
        readSafetyData(knowledgeDir, 'care.json', careData),
        new TextReader(readSafetyData(knowledgeDir, 'concepts.json', conceptData)),
      ),
    );
  }

  close(): void {
    this.graph.close();
    this.personas.close();
  }

  async compose({ dream, locale, persona }: DreamText): Promise<ComposedDream> {
    // Only the text: a labelled dream has fields of the input's names.
    const input = dreamReading.input.parse({ dream, locale, persona });
    const tools = { linker: this.graph.linker(), scenes: this.scenes };
    const plan = this.selector.complete(dreamReading.plan(input, tools), input, dreamReading, tools);
    const care = this.care.careFor(this.care.topicsOf([dream]), locale);
    const citations = new CitationIndex();
    const passages = new Map<number, NumberedPassage>();
    for (const [retriever, found] of Object.entries(await this.#retrieve(plan, input)))
      citations.add({ retriever, status: 'ok', ms: 0, passages: found });
    for (const passage of citations.of(RETRIEVERS)) passages.set(passage.n, passage);
    const definition = dreamReading as unknown as ReadingDefinition;
    const sections = definition.sections.map((section, index) => {
      const context = sectionContext({ definition, input, plan, care }, section, citations);
      const brief = { ...context, earlier: {}, ...(care && { care: careBrief(care, locale, index === 0) }) };
      return { id: section.id, text: composeSection(brief, section.compose, section.maxTokens).text };
    });
    return { plan, sections, passages };
  }

  async #retrieve(plan: ReadingPlan, input: DreamText): Promise<Readonly<Record<string, readonly Passage[]>>> {
    const vector = () => Promise.resolve(undefined);
    const query: RetrievalQuery = retrievalQuery(dreamReading, input, plan, { vector, topK: TOP_K });
    const neighbours = { neighbours: () => Promise.resolve([]) };
    const { signal } = new AbortController();
    return {
      graph: await new GraphRetriever(this.graph, neighbours).retrieve(query, signal),
      corpus: (plan.articles ?? []).map(({ id }) => this.#passage(id, input.locale)),
      persona: await new PersonaRetriever(this.personas, this.graph.linker(), neighbours).retrieve(query, signal),
      domain: plan.entities.map(({ id, facets = [] }) => this.#passage(id, input.locale, facets)),
    };
  }

  #passage(id: string, locale: 'ko' | 'en', names: readonly string[] = []): Passage {
    const record = this.records.get(id);
    if (!record) throw new Error(`the knowledge pack has no ${id}`);
    const facets = Object.fromEntries(names.flatMap((name) => namedText(record, name, locale)));
    return {
      id,
      title: String(record[`title_${locale}`]),
      text: [record[`text_${locale}`], ...Object.values(facets)].join(' '),
      source: '',
      score: 1,
      tags: [...(record['tags'] as readonly string[]), `category:${String(record['category'])}`],
      facets,
    };
  }
}

const CORPUS = [
  'practice',
  'coping',
  'dream-psychology',
  'dream-traditions',
  'growth',
  'life',
  'relationships',
  'stoic',
];

function namedText(record: Fields, name: string, locale: 'ko' | 'en'): readonly (readonly [string, string])[] {
  const index = /^context-(\d+)$/.exec(name)?.[1];
  const contexts = record['contexts'] as readonly Fields[];
  const text = index ? contexts[Number(index) - 1]?.[locale] : record[`${name}_${locale}`];
  return typeof text === 'string' ? [[name, text]] : [];
}

const readLines = (path: string): readonly Fields[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Fields);
