import type { z } from 'zod';

/** Facts alone, computed from the input: no retrieval, no text. */
export interface ChartDefinition<Input = unknown> {
  /** Name in the routes. */
  readonly kind: string;
  readonly input: z.ZodType<Input>;
  /** @throws ReadingInputError for input that names something impossible. A method, so that definitions fit one list. */
  compute(input: Input, tools: ChartTools): Readonly<Record<string, unknown>>;
  /** Equal input gives an equal answer for this long, in ms; absent for kinds that draw at random. */
  readonly ttlMs?: number;
  readonly example: Readonly<Record<string, unknown>>;
}

export interface ChartTools {
  readonly nowMs: number;
  readonly linker: { readonly link: (text: string) => readonly { readonly id: string; readonly mention: string }[] };
}
