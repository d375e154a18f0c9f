import { describe, expect, it } from '@jest/globals';
import { DocumentRefusedError } from '../document-refused.error.js';
import type { LoadedFile } from '../document.js';
import { lossOf } from '../letters.js';
import { loadCsv } from './csv.loader.js';
import { loadHtml } from './html.loader.js';
import { loadJsonl } from './jsonl.loader.js';
import { loadMarkdown } from './markdown.loader.js';
import { loadFile } from './load-file.js';

const file = (text: string, name = 'notes') => ({ name, text });
const load = (name: string, content: Uint8Array | string): Promise<LoadedFile> =>
  loadFile({ name, bytes: Buffer.from(content as string) });
const textOf = ({ documents }: LoadedFile): string =>
  documents.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n');

const DREAM = '꿈에서 흰 코끼리를 보았다';
/** CP949 bytes of `DREAM`. */
const CP949 = Buffer.from('b2deBFA1BCAD20C8f220C4DAB3A2B8AEB8A620BAB8BEd2B4D9', 'hex');

describe('loaders lose no text without a report', () => {
  it('a page whose menu is never closed, but no menu', () => {
    const page = (close: string) =>
      `<body><h1>해몽</h1><p>앞</p><nav><h2>차례</h2><a href="#">처음</a>${close}<h3>뱀</h3><p>본문</p></body>`;
    expect(loadHtml(file(page('</nav>'))).documents[0]?.blocks).toEqual([
      { headings: ['해몽'], text: '앞' },
      { headings: ['해몽', '뱀'], text: '본문' },
    ]);
    expect(textOf(loadHtml(file(page(''))))).toBe('앞\n처음\n본문');
  });

  it('the pronunciation of a word, beside it', () => {
    const page =
      '<p><ruby>漢字<rt>한자</rt></ruby>와 <ruby>夢<rp>(</rp><rt>몽</rt><rp>)</rp></ruby>, <ruby>龍<rt>용</ruby></p>';
    expect(textOf(loadHtml(file(page)))).toBe('漢字(한자)와 夢(몽), 龍(용)');
  });

  it('a page whose element is never closed', () => {
    const page = '<html><head><title>T</title></head><body id="main"><div><p>잉어 본문.</p></body></html>';
    expect(textOf(loadHtml(file(page)))).toBe('잉어 본문.');
  });

  it('several articles, an empty main and a short one', () => {
    const articles = '<article><p>거북</p></article><article><p>코끼리</p></article><article><p>기린</p></article>';
    for (const page of [articles, `<main></main>${articles}`, `<main>짧다</main>${articles.repeat(3)}`])
      expect(textOf(loadHtml(file(`<body>${page}</body>`)))).toMatch(/거북\n코끼리\n기린/u);
  });

  it('what looks like the beginning of a tag within preformatted text', () => {
    const page = '<body><strong><pre>  * <---- 여기 &ecirc;tes 화살표 뒤 글</pre></strong></body>';
    expect(textOf(loadHtml(file(page)))).toContain('êtes 화살표 뒤 글');
  });

  it('ids beyond 2^53, as they are written', () => {
    const lines = ['15793596808644608', '15793596808644609', '15793596808644610'];
    const { documents } = loadJsonl(file(lines.map((id) => `{"id":${id},"text":"꿈 ${id}"}`).join('\n')));
    expect(documents.map(({ id }) => id)).toEqual(lines);
  });

  it('CP949 and UTF-16, and says which', async () => {
    const korean = await load('a.txt', CP949);
    expect([textOf(korean), korean.notes]).toEqual([DREAM, ['was read as CP949, not UTF-8']]);
    const utf16 = Buffer.from(`\uFEFF${DREAM}`, 'utf16le');
    for (const bytes of [utf16, Buffer.from(utf16).swap16()]) {
      const loaded = await load('a.txt', bytes);
      expect([textOf(loaded), loaded.notes]).toEqual([DREAM, ['was read as UTF-16, not UTF-8']]);
    }
    expect((await load('a.txt', DREAM)).notes).toEqual([]);
    // Shift-JIS of `日本語の夢を見た`.
    const japanese = Buffer.from('93FA967B8CEA82CC96B282F08CA982BD', 'hex');
    await expect(load('a.txt', japanese)).rejects.toThrow(
      new DocumentRefusedError('is neither UTF-8 nor CP949; save it as UTF-8'),
    );
  });

  it('every syllable of CP949, and Korean with many Hanja', async () => {
    // 됬다 똠방각하
    expect(textOf(await load('a.txt', Buffer.from('89e7b4d9208c63b9e6b0a2c7cf', 'hex')))).toBe('됬다 똠방각하');
    const saju = 'cba3d9ca20ecedcacec0cc20ecd9eac5bfa120c5c2beeeb3aa20e3f3cbadc7cfb4cf20eeafceafc0bb20beb4b4d92e';
    expect(textOf(await load('a.txt', Buffer.from(saju, 'hex')))).toBe(
      '甲木 日干이 寅月에 태어나 身强하니 財官을 쓴다.',
    );
    const page = '<meta charset="ks_c_5601-1987"><p>';
    const declared = Buffer.concat([Buffer.from(page), Buffer.from('8C63', 'hex')]);
    expect(textOf(await load('a.html', declared))).toBe('똠');
  });

  it.each([
    ['Chinese', 'c3cebcfbc9dfb5c4c8cba3accda8b3a3b4fab1edc9fabbeed6d0d3d0b1e4bbafa1a3'],
    ['Japanese', '96b282cc928682c591e582ab82c88ed682f08ca982dc82b582bd8142'],
    // 蛇の夢を見た
    ['Japanese in EUC-JP', 'bcd8a4ceccb4a4f2b8aba4bf'],
    ['Johab', 'a4918e9120b7a1b4a18ba1'],
    ['Latin', '636166e9'],
    ['a text with a zero byte', '414c50484100424554410a'],
  ])('and reject %s instead of guessing', async (_, bytes) => {
    await expect(load('a.txt', Buffer.from(bytes, 'hex'))).rejects.toThrow(DocumentRefusedError);
  });

  it('UTF-16 without a mark, a few damaged bytes, and the end mark of old editors', async () => {
    const unmarked = Buffer.from('꿈에서 흰 뱀을 보았다. \n', 'utf16le');
    for (const bytes of [unmarked, Buffer.from(unmarked).swap16()])
      expect(textOf(await load('a.txt', bytes)).trim()).toBe('꿈에서 흰 뱀을 보았다.');
    const damaged = await load('a.txt', Buffer.concat([Buffer.from(DREAM), Buffer.of(0xff), Buffer.from(DREAM)]));
    expect([textOf(damaged), damaged.notes]).toEqual([`${DREAM}\uFFFD${DREAM}`, ['has 1 damaged characters']]);
    expect(textOf(await load('a.txt', `${DREAM}\u001A`))).toBe(DREAM);
  });

  it('fields of JSON Lines that are not stored', async () => {
    const answer = '이 답은 저장되지 않는다. '.repeat(5);
    const loaded = await load('a.jsonl', JSON.stringify({ id: 1, text: '짧은 글', more: [{ answer }] }));
    expect(lossOf(loaded)).toMatch(/^only 6 % of its text is stored/);
  });

  it('Korean with quotation marks, dots and arrows in CP949', async () => {
    const text = '“뱀 꿈”은 ‘길몽’이다… 용 → 권력 · 명예';
    const bytes = 'a1b0b9ec20b2dea1b1c0ba20a1aeb1e6b8f9a1afc0ccb4d9a1a620bfeb20a1e620b1c7b7c220a1a420b8edbfb9';
    expect(textOf(await load('a.txt', Buffer.from(bytes, 'hex')))).toBe(text);
  });

  it('pages in the encoding that they declare', async () => {
    // Shift-JIS of `夢`.
    const page = Buffer.concat([Buffer.from('<meta charset="Shift_JIS"><p>'), Buffer.from('96B2', 'hex')]);
    const loaded = await load('a.html', page);
    expect([textOf(loaded), loaded.notes]).toEqual(['夢', ['was read as Shift_JIS, not UTF-8']]);
    const latin = Buffer.from('<meta http-equiv="x" content="text/html; charset=iso-8859-1"><p>r\xeave', 'latin1');
    expect(textOf(await load('a.html', latin))).toBe('rêve');
  });

  it('JSON Lines with a byte order mark, CRLF and broken lines', async () => {
    const lines = ['{"id":"a","text":"첫 줄"}', '{"id":"b","text":"둘째"', '', '{"id":"c","text":"셋째","n":NaN}'];
    const { documents, refused } = await load(
      'a.jsonl',
      `\uFEFF${[...lines, '{"id":"d","text":"넷째"}'].join('\r\n')}`,
    );
    expect(documents.map(({ id, blocks }) => [id, blocks[0]?.text])).toEqual([
      ['a', '첫 줄'],
      ['d', '넷째'],
    ]);
    const reason = 'is not a JSON object with a "text"';
    expect(refused).toEqual([`line 2: ${reason}`, `line 4: ${reason}`]);
  });

  it('control characters and halves of characters in JSON escapes, as blanks and marks', () => {
    expect(textOf(loadJsonl(file(String.raw`{"text":"뱀\u0000꿈\u001f끝 \ud83d 반쪽"}`)))).toBe('뱀 꿈 끝 \uFFFD 반쪽');
  });

  it('XHTML with empty elements', async () => {
    const page = '<html><head><title/><script src="x.js"/></head><body><iframe src="x"/><p/><p>첫 글</p></body></html>';
    for (const text of [await load('a.xhtml', page), await load('a.html', `<?xml version="1.0"?>\n${page}`)].map(
      textOf,
    ))
      expect(text).toBe('첫 글');
  });

  it('a page of which an article holds only half', () => {
    expect(textOf(loadHtml(file('<article><p>하나 둘</p></article><section><p>다섯 넷</p></section>')))).toBe(
      '하나 둘\n다섯 넷',
    );
  });

  it('decomposed characters, as composed ones', async () => {
    const nfd = DREAM.normalize('NFD');
    const escaped = Array.from({ length: nfd.length }, (_, at) => nfd.charCodeAt(at))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join('');
    expect(textOf(await load('a.md', nfd))).toBe(DREAM);
    expect(textOf(await load('a.html', `<p>${nfd}</p>`))).toBe(DREAM);
    const { documents } = await load('a.jsonl', `{"id":"${escaped}","text":"${escaped}"}`);
    expect(documents.map(({ id, blocks }) => [id, blocks[0]?.text])).toEqual([[DREAM, DREAM]]);
  });

  it('headings without text, and headings that are paragraphs', () => {
    expect(textOf(loadMarkdown(file('# 가\n## 나\n## 다\n글\n# 라')))).toBe('나\n글\n라');
    expect(textOf(loadHtml(file('<h1>가</h1><h2>나</h2><h2>다</h2><p>글</p><h1>라')))).toBe('나\n글\n라');
    const long = '문단처럼 쓰인 제목입니다. '.repeat(12).trim();
    expect(textOf(loadHtml(file(`<h2>${long}</h2>`)))).toBe(long);
  });

  it('a page whose head is never closed', () => {
    const page = '<html><head><title>T</title><style>p{}</style><p>첫 글</p><div>둘째 글</div>';
    expect(loadHtml(file(page)).documents[0]).toMatchObject({ title: 'T' });
    expect(textOf(loadHtml(file(page)))).toBe('첫 글\n둘째 글');
  });

  it('or report how much is stored', () => {
    const rest = '이 칸의 글은 길지만 아무 데도 실리지 않습니다.'.repeat(3);
    expect(lossOf(loadCsv(file(`id,text,note\n1,짧은 글,${rest}\n2,다른 글,${rest}\n`)))).toMatch(
      /^only \d+ % of its text is stored \(\d+ of \d+ characters\)$/,
    );
    const page = `<body><main>${rest.repeat(2)}</main><nav>${rest.repeat(9)}</nav><script>${rest.repeat(9)}</script></body>`;
    expect(lossOf(loadHtml(file(page)))).toBeUndefined();
    expect(
      lossOf(loadMarkdown(file(`# 제목\n${rest}\n[링크](https://example.org/${'a'.repeat(900)})`))),
    ).toBeUndefined();
  });
});
