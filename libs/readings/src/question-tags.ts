import type { EntityLinker } from '@app/rag';

/** Tags of the themes and feelings that a question names. */
export function questionTags(linker: EntityLinker, question: string): readonly string[] {
  if (question === '') return [];
  return linker
    .link(question)
    .map(({ id }) => id)
    .filter((id) => id.startsWith('theme:') || id.startsWith('emotion:'));
}
