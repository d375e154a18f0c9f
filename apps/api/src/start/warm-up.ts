import { type Locale, LOCALES } from '@app/text';
import {
  type ReadingDefinition,
  PrefetchReading,
  ReadingRegistry,
  SECTION_WRITER,
  type SectionWriter,
  readingPrompts,
} from '@app/readings';
import { CrisisGate } from '@app/safety';
import type { INestApplicationContext } from '@nestjs/common';

const DREAMS = {
  ko: '큰 뱀이 집으로 들어와 나를 쫓아왔다.',
  en: 'A big snake came into the house and chased me.',
} as const;
const MAX_MS = 2_000;

/**
 * Prepares a dream in each language as far as its prompts, without a model: the first reading would otherwise take
 * 0.5 s longer, to compile code and patterns and to open indices. Never rejects.
 */
export async function warmUp(app: INestApplicationContext): Promise<void> {
  const definition = app.get(ReadingRegistry, { strict: false }).get('dream');
  if (!definition) return;
  for (const locale of LOCALES) await prepareDream(app, definition, locale).catch(() => {});
}

async function prepareDream(
  app: INestApplicationContext,
  definition: ReadingDefinition,
  locale: Locale,
): Promise<void> {
  const dream = DREAMS[locale];
  app.get(CrisisGate, { strict: false }).check([dream], locale);
  const input = definition.input.parse({ dream, locale });
  const prefetch = app.get(PrefetchReading, { strict: false });
  const prepared = await prefetch.prefetch(definition, input, AbortSignal.timeout(MAX_MS));
  // The composer needs neither prompts nor the tokenizer.
  const { engine } = app.get<SectionWriter>(SECTION_WRITER, { strict: false });
  if (engine !== 'offline') readingPrompts(definition, input, prepared);
}
