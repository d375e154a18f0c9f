import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DocumentRefusedError } from '../document-refused.error.js';
import { loadCsv } from './csv.loader.js';
import { loadHtml } from './html.loader.js';
import { loadJsonl } from './jsonl.loader.js';
import { loadMarkdown } from './markdown.loader.js';
import { loadPdf } from './pdf.loader.js';
import { loadFile } from './load-file.js';
import { koreanPdf, pdfWithoutText } from '../../testing/korean-pdf.js';
import { smallPdf } from '../../testing/small-pdf.js';

const file = (text: string, name = 'notes.md') => ({ name, text });
const binary = (bytes: Uint8Array, name: string) => ({ name, bytes });

describe('loadMarkdown', () => {
  it('keeps headings as a path and extracts the visible text', () => {
    const text =
      '---\ntitle: "My notes"\n---\n# Guide\nSee **bold** [link](http://x).\n\n## Snakes\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n# Next\n```\ncode\n```';
    const [document] = loadMarkdown(file(text)).documents;
    expect(document?.title).toBe('My notes');
    expect(document?.blocks.filter((block) => block.text !== '')).toEqual([
      { headings: ['Guide'], text: 'See bold link.' },
      { headings: ['Guide', 'Snakes'], text: 'one\ntwo' },
      { headings: ['Guide', 'Snakes'], text: 'a | b\n1 | 2' },
      { headings: ['Next'], text: 'code' },
    ]);
  });

  it('rejects quotes and lists that nest too deeply, but not rules', () => {
    for (const marker of ['> ', '- ', '1. ', '> - '])
      expect(() => loadMarkdown(file(`${marker.repeat(200)}deep`))).toThrow('nested too deeply');
    for (const rule of ['- '.repeat(200), '*'.repeat(200)])
      expect(loadMarkdown(file(`a\n\n${rule}\n\nb`)).documents[0]?.blocks.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('uses the first heading or the file name as title', () => {
    expect(loadMarkdown(file('# 뱀 꿈\n글')).documents[0]?.title).toBe('뱀 꿈');
    expect(loadMarkdown(file('text')).documents[0]?.title).toBe('notes');
  });
});

describe('loadHtml', () => {
  it('extracts the article without navigation', () => {
    const page =
      '<html><head><title>Sleep &amp; dreams</title><style>p{}</style></head><body><nav>Home</nav><main><h1>Sleep</h1><p>Deep <b>sleep</b> heals.</p><script>alert(1)</script><h2>REM</h2><ul><li>eyes</li><li>move</li></ul></main></body></html>';
    expect(loadHtml(file(page)).documents[0]).toEqual({
      title: 'Sleep & dreams',
      blocks: [
        { headings: ['Sleep'], text: 'Deep sleep heals.' },
        { headings: ['Sleep', 'REM'], text: 'eyes' },
        { headings: ['Sleep', 'REM'], text: 'move' },
      ],
      letters: 30,
    });
  });

  it('reads deeply nested pages up to a limit', () => {
    const nested = (depth: number) => loadHtml(file(`${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}`)).documents;
    expect(nested(5_000)[0]?.blocks.map(({ text }) => text)).toEqual(['deep']);
    expect(() => nested(50_000)).toThrow(new DocumentRefusedError('is nested too deeply to be read'));
  });
});

describe('loadJsonl', () => {
  it('loads a document per line and reports invalid lines', () => {
    const lines = [
      '{"id":7,"title":"T","text":"one"}',
      'nonsense',
      '{"id":"7","text":"two"}',
      '{"text":"three"}',
      '{"text":" "}',
    ];
    const { documents, refused } = loadJsonl(file(lines.join('\n')));
    expect(documents.map(({ id, title, named }) => [id, title, named])).toEqual([
      ['7', 'T', true],
      [expect.stringMatching(/^[0-9a-f]{12}$/), 'notes', false],
    ]);
    expect(refused).toEqual([
      'line 2: is not a JSON object with a "text"',
      'line 3: repeats an earlier id',
      'line 5: has no text',
    ]);
  });
});

describe('loadCsv', () => {
  it('uses the text column if present', () => {
    const { documents, refused } = loadCsv(file('id,text,other\n1,"a, b",x\n2,c\n3,d,y,z'));
    expect(documents.map(({ id, blocks }) => [id, blocks[0]?.text])).toEqual([
      ['1', 'a, b'],
      ['2', 'c'],
    ]);
    expect(refused).toEqual(['line 4: does not fit the columns']);
  });

  it('joins all columns otherwise, with any separator', () => {
    expect(loadCsv(file('name;sign\n뱀;변화')).documents[0]?.blocks[0]?.text).toBe('name: 뱀\nsign: 변화');
  });
});

describe('loadPdf', () => {
  it('reads the pages', async () => {
    const { documents } = await loadPdf(binary(smallPdf(['A snake leaves its skin.', 'The second page.']), 'book.pdf'));
    expect(documents[0]).toMatchObject({
      title: 'book',
      blocks: [
        { headings: ['p. 1'], text: 'A snake leaves its skin.' },
        { headings: ['p. 2'], text: 'The second page.' },
      ],
    });
  });

  it.each([
    ['no PDF', 'hello', 'is not a PDF'],
    ['a broken one', '%PDF-1.7\nnonsense', 'is not a PDF that can be read'],
  ])('refuses %s', async (_, bytes, reason) => {
    await expect(loadPdf(binary(Buffer.from(bytes), 'x.pdf'))).rejects.toThrow(reason);
  });

  it.each([
    ['KSCms-UHC-H', 'b2debfa1bcad20c8f220c4dab3a2b8aeb8a620bab8bed2b4d9'],
    ['UniKS-UCS2-H', Buffer.from('꿈에서 흰 코끼리를 보았다', 'utf16le').swap16().toString('hex')],
  ] as const)('reads Korean fonts that are not embedded, in %s', async (encoding, hex) => {
    const { documents, notes } = await loadPdf(binary(koreanPdf(encoding, hex), 'x.pdf'));
    expect(documents[0]?.blocks).toEqual([{ headings: ['p. 1'], text: '꿈에서 흰 코끼리를 보았다' }]);
    expect(notes).toEqual([]);
  });

  it('asks for OCR only where there are pictures', async () => {
    await expect(loadPdf(binary(pdfWithoutText('picture'), 'x.pdf'))).rejects.toThrow('needs OCR first');
    await expect(loadPdf(binary(pdfWithoutText('nothing'), 'x.pdf'))).rejects.toThrow(
      new DocumentRefusedError('contains no text'),
    );
    // Private characters, as fonts without a mapping to Unicode give them.
    await expect(loadPdf(binary(koreanPdf('UniKS-UCS2-H', 'e000e001e002'), 'x.pdf'))).rejects.toThrow(
      'fonts without character mappings',
    );
  });

  it.each([
    ['pages', { pages: 1 }, 'has 2 pages'],
    ['text', { characters: 3 }, 'characters of text'],
  ])('refuses one of too much %s', async (_, limit, reason) => {
    const limits = { pages: 10, characters: 1_000, ...limit };
    await expect(loadPdf(binary(smallPdf(['one page', 'two page']), 'x.pdf'), limits)).rejects.toThrow(reason);
  });
});

/** Extensions of all text files. */
const TEXTS = ['.txt', '.md', '.html', '.jsonl', '.csv'];
/** Extensions of all other files. */
const CONTAINERS = ['.pdf', '.docx', '.pptx', '.xlsx', '.epub', '.hwp', '.hwpx'];

describe('all loaders', () => {
  const load = async (extension: string, bytes: Uint8Array) => loadFile({ name: `x${extension}`, bytes });

  it.each([
    ['binary data', Buffer.from([0x89, 0x50, 0, 1, 2, 0xff])],
    ['invalid UTF-8', Buffer.from([0x61, 0xc3, 0x28])],
  ])('reject %s', async (_, bytes) => {
    for (const extension of [...TEXTS, ...CONTAINERS])
      await expect(load(extension, bytes)).rejects.toBeInstanceOf(DocumentRefusedError);
  });

  it('throw only DocumentRefusedError for arbitrary bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 300 }).map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(...TEXTS, ...CONTAINERS), async (content, extension) => {
        const error: unknown = await load(extension, content).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error !== undefined) expect(error).toBeInstanceOf(DocumentRefusedError);
      }),
      { numRuns: 300 },
    );
  });
});
