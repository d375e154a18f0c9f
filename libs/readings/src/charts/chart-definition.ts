import type { z } from 'zod';

/** A kind of chart: facts computed from the input, without retrieval or text. */
export interface ChartDefinition<Input = unknown> {
  /** Name in the routes. */
  readonly kind: string;
  readonly input: z.ZodType<Input>;
  /**
   * Declared as a method, so that definitions with different inputs fit one list.
   * @throws ReadingInputError when the input names something impossible
   */
  compute(input: Input, tools: ChartTools): Readonly<Record<string, unknown>>;
  /** Time for which a result can be reused for an equal input, in ms; absent for kinds that draw at random. */
  readonly ttlMs?: number;
  readonly example: Readonly<Record<string, unknown>>;
}

export interface ChartTools {
  readonly nowMs: number;
  readonly linker: { readonly link: (text: string) => readonly { readonly id: string; readonly mention: string }[] };
}
