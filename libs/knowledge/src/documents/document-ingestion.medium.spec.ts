import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeEmbedder } from '@app/embedding/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KnowledgeBootstrap } from '../ingestion/knowledge-bootstrap.js';
import { WriterLock } from '../store/writer-lock.js';
import { KnowledgeFolder } from '../testing/knowledge-folder.js';
import { CollectionNameError, collectionName } from './collection-name.js';
import { DocumentIngestion } from './document-ingestion.js';
import type { RefusedFile } from './find-files.js';
import { listDocuments } from './list-documents.js';
import { checkGraph } from './graph-import/check-graph.js';
import { readGraphTable } from './graph-import/graph-table.js';

describe('DocumentIngestion', () => {
  let folder: KnowledgeFolder;
  let home: string;
  let notes: string;
  let embedder: FakeEmbedder;
  let refused: RefusedFile[];

  beforeEach(async () => {
    folder = await KnowledgeFolder.create();
    home = await mkdtemp(join(tmpdir(), 'documents-'));
    notes = join(home, 'notes');
    await mkdir(notes);
    embedder = new FakeEmbedder();
    refused = [];
    await new KnowledgeBootstrap(folder.config, embedder).ensure();
  });
  afterEach(async () => {
    await folder[Symbol.asyncDispose]();
    await rm(home, { recursive: true, force: true });
  });

  const ingest = (prune = false) =>
    new DocumentIngestion(folder.config, embedder).ingest(
      { paths: [notes], collection: 'notes', prune },
      { onRefused: (file) => refused.push(file) },
    );
  const names = async () =>
    (await listDocuments({ uri: folder.config.lancedbUri }, 'notes')).map(({ document }) =>
      document.slice(notes.length + 1),
    );

  it('embeds new and changed documents, skips the rest and prunes removed ones on request', async () => {
    await writeFile(join(notes, 'a.md'), '# A\nfirst words');
    await writeFile(join(notes, 'b.txt'), 'second words');
    await writeFile(join(notes, 'c.jsonl'), '{"id":"x","text":"third words"}\n{"text":"fourth words"}');
    expect(await ingest()).toMatchObject({ added: 4, unchanged: 0, passages: 4 });
    const calls = embedder.calls.length;
    expect(await ingest()).toMatchObject({ added: 0, unchanged: 4, passages: 0 });
    expect(embedder.calls).toHaveLength(calls);
    await writeFile(join(notes, 'a.md'), '# A\nother words');
    await writeFile(join(notes, 'c.jsonl'), '{"id":"x","text":"third words"}\n{"text":"changed words"}');
    await rm(join(notes, 'b.txt'));
    expect(await ingest()).toMatchObject({ added: 1, replaced: 1, unchanged: 1, removed: 1 });
    expect(await names()).toContain('b.txt');
    expect(await ingest(true)).toMatchObject({ unchanged: 3, removed: 1 });
    expect(await names()).toEqual(['a.md', 'c.jsonl#x', expect.stringMatching(/^c\.jsonl#~/)]);
  });

  it('reads nothing outside the given folder and reports why it rejects a file', async () => {
    await writeFile(join(home, 'secret.txt'), 'secret words');
    await symlink(join(home, 'secret.txt'), join(notes, 'link.txt'));
    await symlink(home, join(notes, 'up'));
    await symlink('nowhere', join(notes, 'broken.txt'));
    await symlink('fine.txt', join(notes, 'inner.txt'));
    await writeFile(join(notes, 'fine.txt'), 'fine words');
    await writeFile(join(notes, '..txt'), 'hidden');
    await writeFile(join(notes, 'latin.txt'), Buffer.from([0x61, 0xe9, 0x62]));
    await writeFile(join(notes, 'binary.md'), Buffer.from([0, 1, 2, 255]));
    await writeFile(join(notes, 'picture.png'), 'x');
    await writeFile(join(notes, 'empty.md'), ' \n');
    await writeFile(join(notes, 'large.txt'), '');
    await truncate(join(notes, 'large.txt'), 50_000_001);
    execFileSync('mkfifo', [join(notes, 'pipe.txt')]);
    expect(await ingest()).toMatchObject({ added: 1, refused: 10, hidden: 1 });
    expect(
      Object.fromEntries(refused.map(({ document, reason }) => [document.slice(notes.length + 1), reason])),
    ).toEqual({
      'link.txt': 'is a link out of the given folder',
      up: 'is a link out of the given folder',
      'broken.txt': 'is a link to nothing',
      'inner.txt': 'is a link; its target is ingested under its own name',
      'pipe.txt': 'is not a regular file',
      'latin.txt': 'is neither UTF-8 nor CP949; save it as UTF-8',
      'binary.md': 'is binary, not text',
      'picture.png': 'is of an unsupported type',
      'empty.md': 'contains no text',
      'large.txt': 'is larger than 50 MB; split it',
    });
    expect(embedder.calls.flat().join('\n')).not.toContain('secret');
    expect(await names()).toEqual(['fine.txt']);
  });

  it('keeps the rows of a file that became unreadable', async () => {
    await writeFile(join(notes, 'a.txt'), 'words');
    await ingest();
    await writeFile(join(notes, 'a.txt'), Buffer.from([0xff]));
    expect(await ingest(true)).toMatchObject({ refused: 1, removed: 0 });
    expect(await names()).toEqual(['a.txt']);
  });

  it('rejects a second writer immediately and names the first', async () => {
    await writeFile(join(notes, 'a.txt'), 'words');
    const lock = await WriterLock.acquire(join(folder.config.dataDir, 'state'));
    await expect(ingest()).rejects.toMatchObject({
      code: 'knowledge.busy',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    await lock.release();
    expect(await ingest()).toMatchObject({ added: 1 });
  });

  it('removes a document, then the collection', async () => {
    await writeFile(join(notes, 'a.txt'), 'words');
    await writeFile(join(notes, 'b.txt'), 'words');
    await ingest();
    const ingestion = new DocumentIngestion(folder.config, embedder);
    expect(await ingestion.delete('notes', join(notes, 'a.txt'))).toBe(1);
    expect(await names()).toEqual(['b.txt']);
    await expect(ingestion.delete('notes', 'a.txt')).rejects.toMatchObject({ code: 'document.unknown' });
    expect(await ingestion.delete('notes')).toBe(1);
    expect(await names()).toEqual([]);
  });
});

describe('collectionName', () => {
  it.each(['notes', '꿈-일기', 'a.b_c', 'x'.repeat(64)])('takes %s', (name) => expect(collectionName(name)).toBe(name));
  it.each(['pack', '', '.', '..', '../x', 'a/b', 'a\\b', '.hidden', 'a b', "a'b", 'a\nb', 'x'.repeat(65), '/etc'])(
    'refuses %j',
    (name) => expect(() => collectionName(name)).toThrow(CollectionNameError),
  );
});

describe('checkGraph', () => {
  it('reports unknown columns, dangling edges and unusable rows, and keeps the rest', () => {
    const nodes = readGraphTable(
      'n.csv',
      Buffer.from('id,label,colour,aliases_ko\na,Snake,green,뱀|구렁이\nb,변화,,\n,X,,\na,Again,,'),
    );
    const edges = readGraphTable(
      'e.csv',
      Buffer.from(
        'source,target,type,weight\na,b,evokes,0.5\na,zzz,evokes,1\na,a,evokes,1\na,b,evokes,7\na,pack:x,evokes,',
      ),
    );
    const { nodes: written, edges: kept, problems } = checkGraph(nodes, edges, new Set(['pack:x']));
    expect(written.map((line) => JSON.parse(line) as unknown)).toEqual([
      { id: 'a', title_en: 'Snake', aliases_ko: ['뱀', '구렁이'] },
      { id: 'b', title_ko: '변화' },
    ]);
    expect(kept).toHaveLength(2);
    expect(problems).toEqual([
      expect.stringContaining('n.csv:4: id'),
      'n.csv:5: node a already exists',
      'n.csv: column colour is unknown and was not used',
      'e.csv:3: edge a evokes zzz ends at zzz, which does not exist',
      'e.csv:4: edge a evokes a connects a node with itself',
      expect.stringContaining('e.csv:5: weight'),
    ]);
  });
});
