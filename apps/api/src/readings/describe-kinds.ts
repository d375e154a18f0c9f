import type { ReadingRegistry } from '@app/readings';
import { z } from 'zod';

/** `GET /v1/readings`: the kinds, their sections and the JSON schema of their input. */
export function describeKinds(registry: ReadingRegistry): unknown {
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
  };
}
