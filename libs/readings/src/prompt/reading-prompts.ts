import { composeSection } from '@app/composer';
import type { ChatMessage } from '@app/llm';
import type { PreparedReading } from '../chat/prefetch-reading.js';
import { CitationIndex } from '../citation-index.js';
import type { ReadingDefinition, SectionDefinition } from '../reading-definition.js';
import type { CommonInput } from '../reading-input.js';
import { newReadingId } from '../reading-id.js';
import { promptMaterial, sectionContext } from '../section-context.js';
import type { SectionContext } from '../section-writer.js';
import { countTokens } from './count-tokens.js';
import { sharedPrefix } from './shared-prefix.js';

export interface SectionPrompt {
  readonly section: string;
  readonly maxTokens: number;
  readonly messages: readonly ChatMessage[];
  /** Number of tokens in the o200k encoding, without those that a chat template adds. */
  readonly tokens: number;
}

export interface ReadingPrompts {
  readonly sections: readonly SectionPrompt[];
  /** Number of tokens of the prefix that all system messages share; with one section, of its whole system message. */
  readonly sharedTokens: number;
}

/** The prompts that a reading would send, by section, without sending them. */
export function readingPrompts(
  definition: ReadingDefinition,
  input: CommonInput,
  prepared: PreparedReading,
): ReadingPrompts {
  const sections = sectionsWithContext(definition, input, prepared).map(([section, context]) => {
    const messages = section.prompt(context);
    const tokens = messages.reduce((sum, { content }) => sum + countTokens(content), 0);
    return { section: section.id, maxTokens: section.maxTokens, messages, tokens };
  });
  const systems = sections.map(({ messages: [system] }) => system?.content ?? '');
  return { sections, sharedTokens: countTokens(sharedPrefix(systems)) };
}

/** The texts that the composer would write, each without the text of earlier sections. */
export function composedSections(
  definition: ReadingDefinition,
  input: CommonInput,
  prepared: PreparedReading,
): readonly string[] {
  return sectionsWithContext(definition, input, prepared).map(
    ([{ compose, maxTokens }, context]) => composeSection(context, compose, maxTokens).text,
  );
}

function sectionsWithContext(
  definition: ReadingDefinition,
  input: CommonInput,
  { plan, prefetched }: PreparedReading,
): readonly (readonly [SectionDefinition, SectionContext])[] {
  const citations = new CitationIndex();
  for (const retriever of ['graph', 'corpus', 'persona', 'domain'] as const)
    citations.add({ retriever, status: 'ok', ms: 0, passages: prefetched[retriever] ?? [] });
  const planned = { id: newReadingId(), definition, input, plan };
  const material = promptMaterial(planned);
  return definition.sections
    .filter(({ when }) => when?.(plan) ?? true)
    .map((section) => [section, { ...sectionContext(planned, section, citations), ...material, earlier: {} }]);
}
