import type { ChatMessage } from '@app/llm';
import type { NumberedPassage } from '@app/composer';
import type { EntityLinker } from '@app/rag';
import type { CommonInput } from '../reading-input.js';
import type { ReadingDefinition } from '../reading-definition.js';
import { SceneReader } from '../dream/scene/scene-reader.js';

/** One passage of each retriever a section asks, so that a snapshot shows where they go. */
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

/** The messages of every section a body leads to, as text: what a snapshot of a kind's prompts shows. */
export function promptsOf<Input extends CommonInput>(
  definition: ReadingDefinition<Input>,
  body: Record<string, unknown>,
  linker: EntityLinker = { link: () => [], named: () => undefined },
): Readonly<Record<string, string>> {
  const input = definition.input.parse(body);
  const plan = definition.plan(input, { linker, scenes: new SceneReader([]) });
  const sections = definition.sections.filter(({ when }) => when?.(plan) ?? true);
  return Object.fromEntries(
    sections.map(({ id, title, prompt, maxTokens, retrievers, after }) => [
      id,
      inText(
        prompt({
          ...plan,
          kind: definition.kind,
          section: id,
          title: title[input.locale],
          locale: input.locale,
          passages: PASSAGES.filter(({ retriever }) => retrievers.some((kind) => kind === retriever)),
          earlier: Object.fromEntries(after.map((section) => [section, `Text of ${section}.`])),
          marker: 'MARKER',
          persona: input.persona,
          maxTokens,
        }),
      ),
    ]),
  );
}

const inText = (messages: readonly ChatMessage[]): string =>
  messages.map(({ role, content }) => `--- ${role}\n${content}`).join('\n');
