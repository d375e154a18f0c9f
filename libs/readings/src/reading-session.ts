import { randomBytes } from 'node:crypto';
import type { LlmDelta } from '@app/llm';
import { type RetrievalOutcome, type RetrievalQuery, type RetrieverKind, queryVector } from '@app/rag';
import { carefulPassages } from '@app/safety';
import type { EventBatch, ReadingEvent, SectionSource } from '@app/streaming';
import { NEVER, type Observable, ReplaySubject, filter, map, share, take } from 'rxjs';
import { careBrief } from './care-brief.js';
import { EvidenceBook } from './evidence-book.js';
import type { PlannedReading, ReadingTools } from './reading-request.js';
import type { ReadingPlan, SectionDefinition } from './reading-definition.js';
import type { CommonInput } from './reading-input.js';
import { ReadingTally } from './reading-tally.js';
import type { SectionContext } from './section-writer.js';
import { StageClock } from './stage-clock.js';
import { untilDeadline } from './until-deadline.js';

/** Passages each retriever is asked for; a section's prompt has room for about twice as many. */
const TOP_K = 6;

/** One reading under way: what it has planned, found and said so far. */
export class ReadingSession<Input extends CommonInput> {
  #shared: Observable<{ readonly outcome: RetrievalOutcome; readonly event: ReadingEvent }>;
  readonly #plan: ReadingPlan;
  readonly #sections: readonly SectionDefinition[];
  readonly #kinds: readonly RetrieverKind[];
  readonly #clock: StageClock;
  readonly #book = new EvidenceBook();
  readonly #tally = new ReadingTally();
  readonly #abort = new AbortController();
  readonly #marker = randomBytes(9).toString('base64url');
  #settled = 0;
  #firstTextMs: number | undefined;
  #ended = false;
  readonly #sectionStarts = new Map<string, number>();

  constructor(
    private readonly interpreter: ReadingTools,
    private readonly request: PlannedReading<Input>,
  ) {
    const { definition, input, arrivedAt } = request;
    this.#clock = new StageClock(arrivedAt);
    const planning = this.#clock.now();
    this.#plan = request.plan ?? definition.plan(input, { linker: interpreter.linker });
    this.#clock.ended('plan', planning);
    for (const [stage, timing] of Object.entries(request.earlier ?? {})) this.#clock.note(stage, timing);
    this.#sections = definition.sections.filter(({ when }) => when?.(this.#plan) ?? true);
    this.#kinds = [...new Set(this.#sections.flatMap(({ retrievers }) => retrievers))];
    const retrieving = this.#clock.now();
    this.#shared = this.#retrieve().pipe(
      map((outcome) => {
        this.#settle(outcome, retrieving);
        return { outcome, event: { event: 'retrieval', data: this.#book.enter(outcome) } as const };
      }),
      share({ connector: () => new ReplaySubject(), resetOnComplete: false, resetOnError: false }),
    );
  }

  /** Each retriever's end, shared by all who wait for it. */
  get outcomes(): Observable<RetrievalOutcome> {
    return this.#shared.pipe(map(({ outcome }) => outcome));
  }

  /** The same as events. */
  get retrieval(): Observable<ReadingEvent> {
    return this.#shared.pipe(map(({ event }) => event));
  }

  /** All who wait for the retrievers have subscribed: what was found need not be kept for others. */
  letGoOfOutcomes(): void {
    this.#shared = NEVER;
  }

  sections(): Observable<EventBatch> {
    return this.interpreter.streamer.stream(this.#sections.map((section) => this.#source(section)));
  }

  started(): ReadingEvent {
    const { id, definition, input, care } = this.request;
    const { engine, model } = this.interpreter.writer;
    return {
      event: 'reading',
      data: {
        reading: id,
        kind: definition.kind,
        locale: input.locale,
        sections: this.#sections.map((section) => section.id),
        facts: this.#plan.facts,
        llm: { engine, model },
        ...(care && { care: { topic: care.topic, lines: care.lines } }),
      },
    };
  }

  /** Notes what the sections say, for the ending and the metrics. */
  observe(batch: EventBatch): void {
    if (this.#tally.add(batch)) this.#firstTextMs = this.#clock.now();
    for (const { event, data } of batch) {
      if (event !== 'section') continue;
      if (data.status === 'start') this.#sectionStarts.set(data.section, this.#clock.now());
      else this.#clock.ended(`section_${data.section}`, this.#sectionStarts.get(data.section) ?? 0);
    }
  }

  done(): ReadingEvent {
    this.#ended = true;
    const [firstStart = this.#clock.now()] = this.#sectionStarts.values();
    this.interpreter.readingMetrics.stage('generate', this.#clock.ended('generate', firstStart));
    const { status, usage } = this.#tally;
    const ms = this.#clock.now();
    this.interpreter.readingMetrics.ended(this.request.definition.kind, status, ms, this.#firstTextMs);
    const grounded = !this.#book.isEmpty;
    const { followups } = this.#plan;
    return {
      event: 'done',
      data: {
        done: true,
        status,
        ms: Math.round(ms * 10) / 10,
        timings: this.#clock.timings,
        ...(usage && { usage }),
        grounded,
        // The questions a kind suggests are curious or hopeful; none fits here.
        ...(!this.request.care && { followups }),
      },
    };
  }

  /** Notes that nothing came of it: the policy wants grounded readings only and no retriever answered. */
  ungrounded(): void {
    this.#abort.abort();
    this.#left('failed');
  }

  /** Aborts whatever is still under way. */
  release(): void {
    // Aborting makes an error with a stack: too dear when nothing is left to abort.
    if (this.#ended) return;
    this.#abort.abort();
    this.#left('cancelled');
  }

  #left(outcome: 'failed' | 'cancelled'): void {
    if (this.#ended) return;
    this.#ended = true;
    this.interpreter.readingMetrics.ended(this.request.definition.kind, outcome, this.#clock.now(), this.#firstTextMs);
  }

  #retrieve(): Observable<RetrievalOutcome> {
    const { prefetched: earlier } = this.#plan;
    const { signal } = this.#abort;
    return this.interpreter.retrieval.run(this.#query(), { kinds: this.#kinds, earlier, signal });
  }

  #query(): RetrievalQuery {
    const { definition, input } = this.request;
    const text = this.#plan.searchText ?? this.#plan.question;
    return {
      text,
      locale: input.locale,
      kind: definition.domain ?? definition.kind,
      facts: this.#plan.tags,
      entities: this.#plan.entities,
      topK: TOP_K,
      vector: this.#timedVector(text),
      ...(input.persona && { persona: input.persona }),
      ...(input.collections && { collections: input.collections }),
    };
  }

  /** The first retriever that wants the vector starts the stage. */
  #timedVector(text: string): RetrievalQuery['vector'] {
    const vector = queryVector(this.interpreter.embedder, text, {
      linker: this.interpreter.linker,
      signal: this.#abort.signal,
    });
    let timed: ReturnType<typeof vector> | undefined;
    return () => {
      if (timed) return timed;
      const since = this.#clock.now();
      timed = vector();
      const ended = () => this.interpreter.readingMetrics.stage('embed', this.#clock.ended('embed', since));
      timed.then(ended, ended);
      return timed;
    };
  }

  #settle({ retriever }: RetrievalOutcome, since: number): void {
    this.#settled++;
    this.#clock.ended(`retrieve_${retriever}`, since);
    if (this.#settled === this.#kinds.length)
      this.interpreter.readingMetrics.stage('retrieve', this.#clock.ended('retrieve', since));
  }

  #source(section: SectionDefinition): SectionSource {
    const own = this.outcomes.pipe(
      filter(({ retriever }) => section.retrievers.includes(retriever)),
      take(section.retrievers.length),
    );
    return {
      section: section.id,
      after: section.after,
      ready: own,
      deltas: (earlier) => this.#write(section, earlier),
      citable: this.#book.citable(section.retrievers),
    };
  }

  #write(section: SectionDefinition, earlier: Readonly<Record<string, string>>): Observable<LlmDelta> {
    const { interpreter } = this;
    const remainingMs = interpreter.readings.timeoutMs - this.#clock.now();
    return interpreter.writer
      .write(this.#timed(section), this.#context(section, earlier))
      .pipe(untilDeadline(remainingMs));
  }

  #timed(section: SectionDefinition): SectionDefinition {
    const prompt: SectionDefinition['prompt'] = (context) => {
      const since = this.#clock.now();
      const messages = section.prompt(context);
      this.interpreter.readingMetrics.stage('prompt', this.#clock.ended(`prompt_${section.id}`, since));
      return messages;
    };
    return { ...section, prompt };
  }

  #context(section: SectionDefinition, earlier: Readonly<Record<string, string>>): SectionContext {
    const { definition, input, traceparent, care } = this.request;
    const evidence = this.#book.of(section.retrievers);
    const { details, documents, history } = this.#plan;
    return {
      kind: definition.domain ?? definition.kind,
      composition: definition.composition,
      section: section.id,
      title: section.title[input.locale],
      locale: input.locale,
      question: this.#plan.question,
      facts: this.#plan.facts,
      evidence: care ? carefulPassages(evidence, care) : evidence,
      earlier,
      details,
      documents,
      history,
      marker: this.#marker,
      persona: input.persona,
      maxTokens: section.maxTokens,
      traceparent,
      ...(care && { care: careBrief(care, input.locale, section === this.#sections[0]) }),
    };
  }
}
