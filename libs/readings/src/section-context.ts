import { type Care, carefulPassages } from '@app/safety';
import type { CitationIndex } from './citation-index.js';
import { fittingPassages } from './passages/fitting-passages.js';
import { factsLines } from './prompt/material-block.js';
import type { SectionDefinition } from './reading-definition.js';
import type { PlannedReading } from './reading-request.js';
import type { SectionContext } from './section-writer.js';
import { voiceOf } from './voices/voice-of.js';

type Planned = Pick<PlannedReading, 'definition' | 'input' | 'plan' | 'traceparent' | 'care'>;

/** Care topics with which the user's words are quoted; repeating those of abuse or illness would hurt. */
const QUOTED_WITH: ReadonlySet<Care['topic']> = new Set(['bereavement', 'pregnancy-loss']);

/** With other care topics symbols and feelings are not explained: the contents of a dream of abuse are not symbols. */
const isReadWith = ({ topic }: Pick<Care, 'topic'>): boolean => topic === 'bereavement';
const isSymbol = (id: string): boolean => id.startsWith('dream:') || id.startsWith('emotion:');

/**
 * The marker of a reading's prompts, and the facts without the marker; shared by all sections. The id of the reading
 * serves as the marker: it is random and was drawn after all texts of the prompt were written.
 */
export function promptMaterial({
  id: marker,
  definition,
  plan,
}: Pick<PlannedReading, 'id' | 'definition' | 'plan'>): Pick<SectionContext, 'marker' | 'factsLines'> {
  let lines: readonly string[] | undefined;
  return { marker, factsLines: () => (lines ??= factsLines(plan.facts, definition.guide?.recognised ?? [], marker)) };
}

/** The context of one section, without earlier sections and without the material that all sections share. */
export function sectionContext(
  { definition, input, plan, traceparent, care }: Planned,
  { id, title, retrievers, maxTokens }: SectionDefinition,
  citations: Pick<CitationIndex, 'of'>,
): Omit<SectionContext, 'earlier' | 'marker' | 'factsLines'> {
  const { question, facts, details, documents, history } = plan;
  const kind = definition.domain ?? definition.kind;
  const passages = fittingPassages(citations.of(retrievers), plan, kind, care);
  return {
    kind,
    composition: definition.composition,
    guide: definition.guide,
    sections: definition.sections,
    section: id,
    title: title[input.locale],
    locale: input.locale,
    voice: voiceOf(input.persona, definition.kind),
    question,
    ...(plan.ownWords && (!care || QUOTED_WITH.has(care.topic)) && { ownWords: plan.ownWords }),
    facts,
    passages: care
      ? carefulPassages(
          passages.filter(({ id }) => !isSymbol(id) || isReadWith(care)),
          care,
        )
      : passages,
    details,
    documents,
    history,
    maxTokens,
    traceparent,
  };
}
