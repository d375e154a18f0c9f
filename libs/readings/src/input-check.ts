import { ReadingInputError } from '@app/divination';
import { KnowledgeStore } from '@app/knowledge';
import { GraphStore, PersonaStore } from '@app/rag';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { parseInput, unknownField, unknownFields } from './parse-input.js';

/** A part of the input that was left out, because it names something that does not exist. */
export interface InputWarning {
  readonly field: string;
  readonly message: string;
}

interface Checked<Input> {
  readonly input: Input;
  readonly warnings: readonly InputWarning[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Validates input against its schema and against the personas and collections that exist. */
@Injectable()
export class InputCheck {
  constructor(
    private readonly personas: PersonaStore,
    private readonly knowledge: KnowledgeStore,
    private readonly graphs: GraphStore,
  ) {}

  /**
   * Refuses unknown fields, personas and collections, because the answer would not be what the client asked for. With
   * `isLenient`, leaves them out and reports them as warnings.
   * @throws ZodError, ReadingInputError
   */
  async parse<Input>(schema: z.ZodType<Input>, given: Fields, isLenient = false): Promise<Checked<Input>> {
    if (!isLenient) {
      const input = parseInput(schema, given);
      const [unknown] = await this.#unknownNames(given);
      if (unknown) throw unknown;
      return { input, warnings: [] };
    }
    const fields = unknownFields(schema, given);
    const names = await this.#unknownNames(given);
    // From the last to the first, so that the indices of a list stay valid.
    const paths = [...fields, ...names.map(({ field }) => field.split('.')).toReversed()];
    const input = parseInput(schema, paths.reduce(without, given as unknown));
    const locale = given['locale'] === 'en' ? 'en' : 'ko';
    const unknown = [...fields.map((path) => unknownField(path)), ...names];
    return { input, warnings: unknown.map(({ field, text }) => ({ field, message: text[locale] })) };
  }

  async #unknownNames({ persona, collections }: Fields): Promise<readonly ReadingInputError[]> {
    return [...this.#unknownPersona(persona), ...(await this.#unknownCollections(collections))];
  }

  /** Accepts any persona while the persona files cannot be read. */
  #unknownPersona(persona: unknown): readonly ReadingInputError[] {
    if (typeof persona !== 'string' || persona === '' || !this.personas.status().ready) return [];
    const known = [...this.personas.current().personas.keys()];
    if (known.includes(persona)) return [];
    const names = known.join(', ');
    return [
      new ReadingInputError('persona', { ko: `다음 가운데 하나여야 합니다: ${names}`, en: `must be one of ${names}` }),
    ];
  }

  /** Accepts any collection while the knowledge tables cannot be read. */
  async #unknownCollections(collections: unknown): Promise<readonly ReadingInputError[]> {
    if (!Array.isArray(collections) || collections.length === 0 || !this.knowledge.status().ready) return [];
    const ingested = await this.knowledge.current().collections();
    const graphs = this.graphs.status().ready ? this.graphs.current().graph.collections : new Set<string>();
    return collections.flatMap((name: unknown, at) => {
      if (typeof name !== 'string' || ingested.has(name) || graphs.has(name)) return [];
      const text = { ko: `그런 문서 모음이 없습니다: ${name}`, en: `there is no collection ${name}` };
      return [new ReadingInputError(`collections.${at}`, text)];
    });
  }
}

/** A copy without the value at a path. */
function without(value: unknown, [name = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const at = Number(name);
    return rest.length === 0 ? value.toSpliced(at, 1) : value.with(at, without(value[at], rest));
  }
  if (typeof value !== 'object' || value === null) return value;
  const { [name]: found, ...others } = value as Fields;
  return rest.length === 0 ? others : { ...others, [name]: without(found, rest) };
}
