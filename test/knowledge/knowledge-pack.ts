import { readFileSync, readdirSync } from 'node:fs';

export type KnowledgeRecord = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly aliases_ko: readonly string[];
  readonly aliases_en: readonly string[];
};

export interface PackEdge {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly weight: number;
  readonly role?: string;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(`knowledge/${folder}`)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => `${folder}/${name}`);

/** Every JSONL file of the pack by its path under `knowledge/`. */
export const packFiles = ['domain', 'corpus', 'persona', 'graph'].flatMap(filesIn);

export const readPackText = (file: string): string => readFileSync(`knowledge/${file}`, 'utf8');

export const readPack = (file: string): readonly KnowledgeRecord[] => parseLines(file) as readonly KnowledgeRecord[];

export const readEdges = (): readonly PackEdge[] => parseLines('graph/edges.jsonl') as readonly PackEdge[];

const parseLines = (file: string): readonly unknown[] =>
  readPackText(file)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

export const domainFiles = filesIn('domain');
export const domainRecords = domainFiles.flatMap((file) => readPack(file));

export const ofKind = (kind: string): readonly KnowledgeRecord[] =>
  domainRecords.filter((record) => record.kind === kind);
