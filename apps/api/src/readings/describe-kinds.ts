import type { PersonaStore } from '@app/rag';
import type { ReadingRegistry } from '@app/readings';
import { z } from 'zod';

/** Response of `GET /v1/readings`: the kinds with their sections and input schemas, and the personas. */
export function describeKinds(registry: ReadingRegistry, personas: PersonaStore): unknown {
  const describe = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return {
    kinds: registry.all().map(({ kind, sections, input }) => ({
      kind,
      sections: sections.map(({ id, title, retrievers, after, maxTokens }) => ({
        id,
        title,
        retrievers,
        after,
        maxTokens,
      })),
      input: describe(input),
    })),
    personas: describePersonas(personas),
  };
}

/** Empty until the persona files have been read. */
function describePersonas(personas: PersonaStore): readonly unknown[] {
  if (!personas.status().ready) return [];
  const all = [...personas.current().personas.values()];
  return all.map(({ slug, titles, texts, kinds }) => ({ id: slug, title: titles, text: texts, kinds }));
}
