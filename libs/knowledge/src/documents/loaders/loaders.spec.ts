import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DocumentRefusedError } from '../document-refused.error.js';
import { loadCsv } from './csv.loader.js';
import { loadHtml } from './html.loader.js';
import { loadJsonl } from './jsonl.loader.js';
import { loadMarkdown } from './markdown.loader.js';
import { loadPdf } from './pdf.loader.js';
import { loadText } from './text.loader.js';
import { smallPdf } from '../../testing/small-pdf.js';

const file = (text: string | Uint8Array, name = 'notes.md') => ({ name, bytes: Buffer.from(text as string) });

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
    });
  });

  it('rejects a too deeply nested page', () => {
    expect(() => loadHtml(file(`${'<div>'.repeat(2_000)}deep${'</div>'.repeat(2_000)}`))).toThrow(
      /too deeply|call stack/,
    );
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
      'line 3: its id is there already',
      'line 5: has no text',
    ]);
  });
});

describe('loadCsv', () => {
  it('uses the text column if present', () => {
    const { documents, refused } = loadCsv(file('id,text,other\n1,"a, b",x\n2,c\n3,d,y'));
    expect(documents.map(({ id, blocks }) => [id, blocks[0]?.text])).toEqual([
      ['1', 'a, b'],
      ['3', 'd'],
    ]);
    expect(refused).toEqual([expect.stringContaining('does not fit the columns')]);
  });

  it('joins all columns otherwise, with any separator', () => {
    expect(loadCsv(file('name;sign\n뱀;변화')).documents[0]?.blocks[0]?.text).toBe('name: 뱀\nsign: 변화');
  });
});

describe('loadPdf', () => {
  it('reads the pages', async () => {
    const { documents } = await loadPdf(file(smallPdf(['A snake leaves its skin.', 'The second page.']), 'book.pdf'));
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
    await expect(loadPdf(file(bytes))).rejects.toThrow(new DocumentRefusedError(reason));
  });

  it.each([
    ['pages', { pages: 1 }, 'has 2 pages'],
    ['text', { characters: 3 }, 'unfolds to'],
    ['time', { timeMs: 0 }, 'takes too long'],
    ['memory', { bytes: -1_000_000_000 }, 'more memory'],
  ])('refuses one of too much %s', async (_, limit, reason) => {
    const limits = { pages: 10, characters: 1_000, timeMs: 60_000, bytes: 1_000_000_000, ...limit };
    await expect(loadPdf(file(smallPdf(['one page', 'two page'])), limits)).rejects.toThrow(reason);
  });
});

describe('all loaders', () => {
  it.each([
    ['binary data', Buffer.from([0x89, 0x50, 0, 1, 2, 0xff])],
    ['invalid UTF-8', Buffer.from([0x61, 0xc3, 0x28])],
  ])('refuse %s', (_, bytes) => {
    for (const load of [loadText, loadMarkdown, loadHtml, loadJsonl, loadCsv])
      expect(() => load({ name: 'x', bytes })).toThrow(DocumentRefusedError);
  });

  it('throw only DocumentRefusedError for arbitrary bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ maxLength: 300 }).map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          for (const load of [loadText, loadMarkdown, loadHtml, loadJsonl, loadCsv]) {
            try {
              load({ name: 'x', bytes });
            } catch (error) {
              expect(error).toBeInstanceOf(DocumentRefusedError);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
