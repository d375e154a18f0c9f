import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KnowledgeFolder } from '@app/knowledge/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScriptableUpstream, runRag } from './harness/index.js';

const NAME = '바닷가 강아지';
const CP949 = Buffer.from('b2debFA1BCAD20C8f220C4DAB3A2B8AEB8A620BAB8BEd2B4D9', 'hex');

describe('npm run rag with documents', () => {
  let folder: KnowledgeFolder;
  let upstream: ScriptableUpstream;
  let home: string;

  beforeAll(async () => {
    folder = await KnowledgeFolder.create();
    upstream = await new ScriptableUpstream().start();
    home = await realpath(await mkdtemp(join(tmpdir(), 'cli-documents-')));
  });
  afterAll(async () => {
    await upstream.stop();
    await folder[Symbol.asyncDispose]();
    await rm(home, { recursive: true, force: true });
  });

  function rag(...args: readonly string[]) {
    const { knowledgeDir, dataDir } = folder.config;
    const variables = { KNOWLEDGE_DIR: knowledgeDir, DATA_DIR: dataDir, EMBEDDINGS_URL: upstream.url };
    return runRag(args, variables, home);
  }

  it('treats decomposed names and texts like composed ones in every command', async () => {
    const [nfc, nfd] = [NAME.normalize('NFC'), NAME.normalize('NFD')];
    await mkdir(join(home, nfd));
    await writeFile(join(home, nfd, `${nfd}.txt`), `${nfd}가 달리는 꿈`);
    const first = await rag('ingest', nfc, '-c', nfd.replace(' ', '_'));
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('1 added') });
    const collection = nfc.replace(' ', '_');
    expect(await rag('ingest', nfd, '-c', collection)).toMatchObject({ out: expect.stringContaining('1 unchanged') });
    const found = await rag('search', nfc, '-c', nfd.replace(' ', '_'), '--json');
    expect(JSON.parse(found.out)).toMatchObject({ document: `${nfc}/${nfc}.txt`, text: `${nfc}가 달리는 꿈` });
    expect((await rag('search', nfd, '-c', collection, '--json')).out).toBe(found.out);
    expect((await rag('list', nfd.replace(' ', '_'))).out).toContain(`${nfc}/${nfc}.txt`);
    expect((await rag('stats')).out).toContain(`${collection}: 1 documents`);
    await writeFile(join(home, nfd, `${nfc}.txt`), '같은 이름');
    expect((await rag('ingest', nfc, '-c', collection)).err).toContain('in a different Unicode form');
    expect((await rag('delete', collection, `${nfd}/${nfd}.txt`)).out).toContain('Removed 1 document');
  }, 300_000);

  it('rejects a file that takes too long by name and takes in the others', async () => {
    await mkdir(join(home, 'bombs'));
    // Nested lists, whose parsing takes time that grows much faster than their size: minutes.
    const lists = Array.from({ length: 3_000 }, (_line, depth) => `${' '.repeat(depth)}1. a`);
    await writeFile(join(home, 'bombs', 'a.md'), lists.join('\n'));
    await writeFile(join(home, 'bombs', 'b.md'), '# Fine\nwords');
    const { code, out, err } = await rag('ingest', 'bombs', '-c', 'bombs', '--timeout', '10');
    expect(code).toBe(0);
    expect(out).toContain('1 added, 0 replaced, 0 unchanged, 0 removed, 1 refused');
    expect(err).toContain('refused: bombs/a.md: takes more than 10 s to parse');
  }, 300_000);

  it('reports encodings, losses, and how much of each document is stored', async () => {
    await mkdir(join(home, 'kinds'));
    await writeFile(join(home, 'kinds', 'old.txt'), CP949);
    await writeFile(join(home, 'kinds', 'table.csv'), `id,text,note\n1,short,${'a long note '.repeat(9)}\n`);
    await writeFile(join(home, 'kinds', 'letter.doc'), 'old');
    const { err } = await rag('ingest', 'kinds', '-c', 'kinds');
    expect(err).toContain('warning: kinds/old.txt: was read as CP949, not UTF-8');
    expect(err).toMatch(/warning: kinds\/table\.csv: only \d+ % of its text is stored/);
    expect(err).toContain('refused: kinds/letter.doc: is of an unsupported type; save it as DOCX');
    const listed = await rag('list', 'kinds', '--json');
    expect(
      listed.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { document: 'kinds/old.txt', lang: 'ko', passages: 1, stored: 11, of: 11 },
      expect.objectContaining({ document: 'kinds/table.csv#1', stored: 5, of: 86 }),
    ]);
    expect(await rag('stats')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/with vectors +domain \d+ %, corpus \d+ %/),
    });
  }, 300_000);

  it.each([
    ['rag in', 'ingest'],
    ['rag model ', 'pull list'],
    ['rag ingest notes --co', '--collection'],
    ['rag eval --mode', '--mode'],
    ['rag prompts show ta', 'tarot tarot-chat'],
  ])('completes %j in bash', async (line, expected) => {
    const { out } = await rag('completion', 'bash');
    const words = line.split(' ');
    const script = `${out}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}) COMP_CWORD=${words.length - 1}\n_rag; echo "\${COMPREPLY[*]}"`;
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim()).toBe(expected);
  });
});
