import { type JsonLine, JsonLineError, jsonLines, parseJsonLine } from '@app/knowledge';
import { z } from 'zod';
import type { Persona, PersonaRule } from './persona-record.js';
import { type Condition, parseCondition } from './when-condition.js';

export interface PersonaFile {
  readonly persona: Persona;
  readonly rules: readonly PersonaRule[];
}

const text = z.string().min(1);
const both = {
  title_ko: text,
  title_en: text,
  text_ko: text,
  text_en: text,
  tags: z.array(text).default([]),
  source: text,
};

const personaSchema = z
  .object({
    ...both,
    id: z.string().regex(/^persona:[a-z0-9-]+$/),
    kind: z.literal('persona'),
    voice_ko: text,
    voice_en: text,
    for: z.array(text).default([]),
  })
  .transform((record): Persona => ({
    slug: record.id.slice('persona:'.length),
    ...shared(record),
    voices: { ko: record.voice_ko, en: record.voice_en },
    kinds: record.for,
  }));

const ruleSchema = z
  .object({
    ...both,
    id: z.string().regex(/^persona:[a-z0-9-]+\.[a-z0-9-]+$/),
    kind: z.literal('persona_rule'),
    persona: text,
    when: z.array(z.string()).transform((conditions, context): readonly Condition[] =>
      conditions.flatMap((condition) => {
        try {
          return [parseCondition(condition)];
        } catch (error) {
          context.issues.push({ code: 'custom', input: condition, message: (error as SyntaxError).message });
          return [];
        }
      }),
    ),
    weight: z.number().positive().max(1),
  })
  .transform((record): PersonaRule => ({
    id: record.id,
    persona: record.persona,
    ...shared(record),
    when: record.when,
    weight: record.weight,
  }));

interface SharedFields {
  readonly title_ko: string;
  readonly title_en: string;
  readonly text_ko: string;
  readonly text_en: string;
  readonly tags: readonly string[];
  readonly source: string;
}

const shared = (record: SharedFields) => ({
  titles: { ko: record.title_ko, en: record.title_en },
  texts: { ko: record.text_ko, en: record.text_en },
  tags: record.tags,
  source: record.source,
});

/**
 * Parses one persona file: the counsellor on the first line, the counsellor's rules on the others.
 * @throws JsonLineError
 */
export function parsePersonaFile(content: string, file: string): PersonaFile {
  const [first, ...others] = jsonLines(content, file);
  if (!first) throw new JsonLineError({ file, number: 1 }, 'is empty');
  const persona = parseJsonLine(first, personaSchema);
  return { persona, rules: others.map((line) => parseRule(line, persona.slug)) };
}

function parseRule(line: JsonLine, slug: string): PersonaRule {
  const rule = parseJsonLine(line, ruleSchema);
  if (rule.persona !== slug) throw new JsonLineError(line, `is a rule of ${rule.persona}, not of ${slug}`);
  return rule;
}
