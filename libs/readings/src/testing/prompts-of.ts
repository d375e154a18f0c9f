import type { NumberedPassage } from '@app/composer';
import type { ChatMessage } from '@app/llm';
import type { EntityLinker } from '@app/rag';
import type { ReadingDefinition } from '../reading-definition.js';
import { SceneReader } from '../dream/scene/scene-reader.js';
import type { CommonInput } from '../reading-input.js';
import { sectionContext } from '../section-context.js';

/** One passage of each retriever, so that a snapshot shows where passages are placed. */
const PASSAGES: readonly NumberedPassage[] = (['graph', 'corpus', 'persona', 'domain'] as const).map(
  (retriever, at) => ({
    n: at + 1,
    id: `${retriever}:example`,
    retriever,
    title: `Title from ${retriever}`,
    text: `Text from ${retriever}.`,
    tags: [],
    score: 1,
  }),
);

const NO_LINKS: EntityLinker = { link: () => [], named: () => undefined };

export interface PromptOptions {
  readonly linker?: EntityLinker;
  readonly marker?: string;
  readonly passages?: readonly NumberedPassage[];
}

export type Prompt = readonly ChatMessage[];

/** The messages of every section that a request body leads to, by section id. */
export function promptsOf<Input extends CommonInput>(
  definition: ReadingDefinition<Input>,
  body: Record<string, unknown>,
  { linker = NO_LINKS, marker = 'MARKER', passages = PASSAGES }: PromptOptions = {},
): Readonly<Record<string, Prompt>> {
  const input = definition.input.parse(body);
  const planned = definition.plan(input, { linker, scenes: new SceneReader([]) });
  const plan = { ...planned, articles: [{ id: 'corpus:example', excludes: [] }] };
  const sections = definition.sections.filter(({ when }) => when?.(plan) ?? true);
  const reading = { definition: definition as unknown as ReadingDefinition, input, plan };
  const citations = {
    of: (retrievers: readonly string[]) => passages.filter(({ retriever }) => retrievers.includes(retriever)),
  };
  return Object.fromEntries(
    sections.map((section) => {
      const earlier = Object.fromEntries(section.after.map((id) => [id, `Text of ${id}.`]));
      return [section.id, section.prompt({ ...sectionContext(reading, section, citations), marker, earlier })];
    }),
  );
}

/** A prompt in the form used by snapshots. */
export const inText = (prompt: Prompt): string =>
  prompt.map(({ role, content }) => `--- ${role}\n${content}`).join('\n');

/** The prompts without the common rules, which have a separate snapshot. */
export const ownParts = (prompts: Readonly<Record<string, Prompt>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(prompts).map(([id, prompt]) => {
      const text = inText(prompt);
      return [id, text.slice(text.indexOf('# This kind of reading'))];
    }),
  );
