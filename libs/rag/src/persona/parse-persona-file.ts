import { z } from 'zod';
import type { Persona, PersonaRule } from './persona-record.js';
import { type Condition, parseCondition } from './when-condition.js';

/** A line of a persona file is invalid. The message is for operators. */
export class PersonaFileError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
  }
}

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
 * @throws PersonaFileError with the file, the line and the problem.
 */
export function parsePersonaFile(content: string, file: string): PersonaFile {
  const lines = content
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '');
  const [first, ...others] = lines;
  if (!first) throw new PersonaFileError(file, 1, 'is empty');
  const persona = parseLine(first.line, file, first.number, personaSchema);
  const rules = others.map(({ line, number }) => parseRule(line, file, number, persona.slug));
  return { persona, rules };
}

function parseRule(line: string, file: string, number: number, slug: string): PersonaRule {
  const rule = parseLine(line, file, number, ruleSchema);
  if (rule.persona !== slug) throw new PersonaFileError(file, number, `is a rule of ${rule.persona}, not of ${slug}`);
  return rule;
}

function parseLine<Item>(line: string, file: string, number: number, schema: z.ZodType<Item>): Item {
  const parsed = schema.safeParse(asJson(line, file, number));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
  throw new PersonaFileError(file, number, problems.join('; '));
}

function asJson(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new PersonaFileError(file, number, 'is not JSON');
  }
}
