import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Judgements } from './ranking-metrics.js';

const documentSchema = z.object({ id: z.coerce.string(), title: z.string().default(''), text: z.string() });
const querySchema = z.object({ id: z.coerce.string(), text: z.string(), kind: z.string().optional() });

export type EvaluationDocument = Readonly<z.infer<typeof documentSchema>>;
export type EvaluationQuery = Readonly<z.infer<typeof querySchema>>;

export interface EvaluationSet {
  /** Undefined when the folder has no documents and the queries are about the knowledge tables. */
  readonly documents: readonly EvaluationDocument[] | undefined;
  /** Only queries with at least one relevant document. */
  readonly queries: readonly EvaluationQuery[];
  /** Judgements by query id. */
  readonly judgements: ReadonlyMap<string, Judgements>;
}

/** A file of an evaluation folder is invalid. The message contains the file and the line. */
export class EvaluationSetError extends Error {
  readonly code = 'evaluation.invalid';
}

/**
 * Reads `corpus.jsonl` {id, title, text} (optional), `queries.jsonl` {id, text, kind?} and `qrels.tsv` (query,
 * document, grade, with or without a header line).
 * @throws EvaluationSetError
 */
export async function readEvaluationSet(folder: string): Promise<EvaluationSet> {
  const [documents, queries, qrels] = await Promise.all([
    existsSync(join(folder, 'corpus.jsonl')) ? readLines(folder, 'corpus.jsonl', parseDocument) : undefined,
    readLines(folder, 'queries.jsonl', (line) => querySchema.parse(JSON.parse(line))),
    readLines(folder, 'qrels.tsv', parseJudgement),
  ]);
  const judgements = byQuery(qrels.filter((judgement) => judgement !== COLUMN_NAMES));
  const judged = queries.filter(({ id }) => [...(judgements.get(id)?.values() ?? [])].some((grade) => grade > 0));
  return { documents, queries: judged, judgements };
}

const parseDocument = (line: string): EvaluationDocument => documentSchema.parse(JSON.parse(line));

type Judgement = readonly [query: string, document: string, grade: number];
const COLUMN_NAMES: Judgement = ['', '', 0];

function parseJudgement(line: string, number: number): Judgement {
  const [query = '', document = '', grade = ''] = line.split('\t').map((field) => field.trim());
  if (query !== '' && document !== '' && /^-?\d+(\.\d+)?$/.test(grade)) return [query, document, Number(grade)];
  if (number === 1) return COLUMN_NAMES;
  throw new Error('expected query, document and grade, separated by tabs');
}

function byQuery(all: readonly Judgement[]): ReadonlyMap<string, Judgements> {
  const groups = Map.groupBy(all, ([query]) => query);
  return new Map(
    [...groups].map(([query, group]) => [query, new Map(group.map(([, document, grade]) => [document, grade]))]),
  );
}

async function readLines<Line>(
  folder: string,
  name: string,
  parse: (line: string, number: number) => Line,
): Promise<readonly Line[]> {
  const text = await readFile(join(folder, name), 'utf8').catch((cause: unknown) => {
    throw new EvaluationSetError(`${name} cannot be read`, { cause });
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [parse(line.replace(/^\uFEFF/, ''), index + 1)];
    } catch (cause) {
      throw new EvaluationSetError(`${name}, line ${index + 1}: not what is expected`, { cause });
    }
  });
}
