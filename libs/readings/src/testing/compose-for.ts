import { type SectionBrief, composeSection, genericPlan } from '@app/composer';
import { readingDefinitions } from '../reading-definitions.js';

type Given = Omit<SectionBrief, 'title' | 'composition'>;

/** Composes a section of a kind; unknown kinds and sections use the generic plan. */
export function composeFor(brief: Given, maxTokens: number) {
  const definition = readingDefinitions.find(({ kind }) => kind === brief.kind);
  const section = definition?.sections.find(({ id }) => id === brief.section);
  const title = section?.title[brief.locale] ?? '';
  return composeSection(
    { ...brief, title, composition: definition?.composition },
    section?.compose ?? genericPlan,
    maxTokens,
  );
}
