import { readFile } from 'node:fs/promises';
import { SettingsModule } from '@app/config';
import { KnowledgeError } from '@app/knowledge';
import { MetricsModule } from '@app/metrics';
import { PrefetchReading, type ReadingPrompts, ReadingRegistry, ReadingsModule, readingPrompts } from '@app/readings';
import { type INestApplicationContext, Module } from '@nestjs/common';
import type { PromptsOptions } from './command-options.js';
import { exampleBodies } from './example-bodies.js';
import { openStore } from './retrieval-context.js';
import { withContext } from './with-context.js';

@Module({ imports: [SettingsModule.forRoot(), MetricsModule.of(), ReadingsModule] })
class PromptsContextModule {}

/**
 * Retrieves passages as for a reading and prints the prompts, without calling a model.
 * @throws KnowledgeError, ZodError
 */
export async function showPrompts(kind: string, options: PromptsOptions): Promise<void> {
  const prompts = await withContext(PromptsContextModule, async (context) => promptsOf(context, kind, options));
  const sections = prompts.sections.filter(({ section }) => !options.section || section === options.section);
  const shown = { ...prompts, sections };
  process.stdout.write(options.json ? `${JSON.stringify(shown)}\n` : inText(shown));
}

async function promptsOf(
  context: INestApplicationContext,
  kind: string,
  { body, locale }: PromptsOptions,
): Promise<ReadingPrompts> {
  const definition = context.get(ReadingRegistry).get(kind);
  if (!definition) throw new Error(`this server has no readings of the kind ${kind}`);
  const status = (await openStore(context)).status();
  if (!status.ready) throw new KnowledgeError(status.problem);
  const given: unknown = body === undefined ? exampleBodies(locale)[kind] : JSON.parse(await readFile(body, 'utf8'));
  const input = definition.input.parse({ locale, ...(given as object) });
  const prepared = await context.get(PrefetchReading).prefetch(definition, input, new AbortController().signal);
  return readingPrompts(definition, input, prepared);
}

function inText({ sections, sharedTokens }: ReadingPrompts): string {
  const texts = sections.map(({ section, tokens, maxTokens, messages }) => {
    const parts = messages.map(({ role, content }) => `--- ${role}\n${content}\n`);
    return `=== ${section}: ${tokens} tokens, answer up to ${maxTokens}\n${parts.join('\n')}`;
  });
  return `${texts.join('\n')}\n=== ${sharedTokens} tokens are shared by all sections\n`;
}
