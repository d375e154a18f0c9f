import type { EntityLinker } from '@app/rag';

/** What a question is about, as fact tags: the themes and feelings it names. */
export function questionTags(linker: EntityLinker, question: string): readonly string[] {
  if (question === '') return [];
  return linker
    .link(question)
    .map(({ id }) => id)
    .filter((id) => id.startsWith('theme:') || id.startsWith('emotion:'));
}
