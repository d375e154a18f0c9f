import { type ReadingsConfig, readingsConfig } from '@app/config';
import type { LlmDelta } from '@app/llm';
import { ReadingMetrics } from '@app/metrics';
import type { RetrievalSettled, SectionSource } from '@app/streaming';
import { Inject, Injectable } from '@nestjs/common';
import { type Observable, filter, take } from 'rxjs';
import { careBrief } from './care-brief.js';
import type { CitationIndex } from './citation-index.js';
import { koreanFailure } from './failure-texts.js';
import { promptMaterial, sectionContext } from './section-context.js';
import type { SectionDefinition } from './reading-definition.js';
import type { PlannedReading } from './reading-request.js';
import { InjectSectionWriter, type SectionContext, type SectionWriter } from './section-writer.js';
import type { StageClock } from './stage-clock.js';
import { untilDeadline } from './until-deadline.js';

export interface SectionsState {
  readonly clock: StageClock;
  readonly citations: CitationIndex;
  readonly retrieval: Observable<RetrievalSettled>;
}

interface SectionAccount extends Pick<PlannedReading, 'usage'> {
  readonly clock: StageClock;
}

/** Converts the sections of one reading to sources for the scheduler. */
@Injectable()
export class SectionSources {
  constructor(
    @InjectSectionWriter() private readonly writer: SectionWriter,
    @Inject(readingsConfig.KEY) private readonly config: Pick<ReadingsConfig, 'timeoutMs'>,
    private readonly metrics: ReadingMetrics,
  ) {}

  of(
    planned: PlannedReading,
    sections: readonly SectionDefinition[],
    { clock, citations, retrieval }: SectionsState,
  ): readonly SectionSource[] {
    const material = promptMaterial(planned);
    return sections.map((section) => ({
      section: section.id,
      after: section.after,
      ready: retrieval.pipe(
        filter(({ retriever }) => section.retrievers.some((kind) => kind === retriever)),
        take(section.retrievers.length),
      ),
      deltas: (earlier) =>
        this.#write(
          section,
          {
            ...sectionContext(planned, section, citations),
            ...material,
            ...careOf(planned, section, sections),
            earlier,
          },
          { clock, usage: planned.usage },
        ),
      citable: citations.resolver(section.retrievers),
      ...(planned.input.locale === 'ko' && { explain: koreanFailure }),
    }));
  }

  #write(section: SectionDefinition, context: SectionContext, account: SectionAccount): Observable<LlmDelta> {
    const remainingMs = this.config.timeoutMs - account.clock.now();
    return this.writer.write(this.#accounted(section, account), context).pipe(untilDeadline(remainingMs));
  }

  #accounted(section: SectionDefinition, { clock, usage }: SectionAccount): SectionDefinition {
    const prompt: SectionDefinition['prompt'] = (context) => {
      const since = clock.now();
      const messages = section.prompt(context);
      this.metrics.stage('prompt', clock.ended(`prompt_${section.id}`, since));
      usage?.prompted(section.id, messages);
      return messages;
    };
    return { ...section, prompt };
  }
}

/** The care topic for a section. Only the first section opens with the acknowledgement and a help line. */
const careOf = ({ care, input }: PlannedReading, section: SectionDefinition, [first]: readonly SectionDefinition[]) =>
  care && { care: careBrief(care, input.locale, section === first) };
