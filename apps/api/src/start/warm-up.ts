import type { Locale } from '@app/text';
import {
  type ReadingDefinition,
  PrefetchReading,
  ReadingRegistry,
  SECTION_WRITER,
  type SectionWriter,
  composedSections,
  readingPrompts,
} from '@app/readings';
import { CrisisGate } from '@app/safety';
import type { INestApplicationContext } from '@nestjs/common';

/** Two per language: V8 compiles a regular expression to machine code at its second use. */
const DREAMS: readonly (readonly [locale: Locale, dream: string])[] = [
  ['ko', '큰 뱀이 집으로 들어와 나를 쫓아왔다.'],
  ['en', 'A big snake came into the house and chased me.'],
  ['ko', '맑은 물에서 물고기를 잡았는데 기분이 좋았어요.'],
  ['en', 'I was flying over the sea and then my teeth fell out.'],
];
const MAX_MS = 2_000;

/**
 * Prepares dreams as far as their texts, or their prompts for a model, without sending these: the first readings would
 * otherwise take longer, to compile code and patterns and to open indices. Never rejects.
 */
export async function warmUp(app: INestApplicationContext): Promise<void> {
  const definition = app.get(ReadingRegistry, { strict: false }).get('dream');
  if (!definition) return;
  for (const [locale, dream] of DREAMS) await prepareDream(app, definition, { locale, dream }).catch(() => {});
}

async function prepareDream(
  app: INestApplicationContext,
  definition: ReadingDefinition,
  { locale, dream }: { readonly locale: Locale; readonly dream: string },
): Promise<void> {
  app.get(CrisisGate, { strict: false }).check([dream], locale);
  const input = definition.input.parse({ dream, locale });
  const prefetch = app.get(PrefetchReading, { strict: false });
  const prepared = await prefetch.prefetch(definition, input, AbortSignal.timeout(MAX_MS));
  const { engine } = app.get<SectionWriter>(SECTION_WRITER, { strict: false });
  // The composer needs neither prompts nor the tokenizer.
  if (engine === 'offline') composedSections(definition, input, prepared);
  else readingPrompts(definition, input, prepared);
}
