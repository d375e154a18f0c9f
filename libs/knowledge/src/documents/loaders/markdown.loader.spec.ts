import { describe, expect, it } from '@jest/globals';
import type { LoadedFile } from '../document.js';
import { loadMarkdown } from './markdown.loader.js';

const file = (text: string) => ({ name: 'notes', text });
const textOf = ({ documents }: LoadedFile): string =>
  documents.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n');

describe('loadMarkdown keeps', () => {
  it('Markdown that opens with a rule', () => {
    const text =
      '---\n\n**주제: 첫 꿈**\n\n고래 첫 단락.\n\n## 제목\n\n은하수 둘째 단락.\n\n---\n\n> 부엉이 셋째 단락.\n';
    expect(textOf(loadMarkdown(file(text)))).toMatch(/주제: 첫 꿈[^]*고래[^]*은하수[^]*부엉이/u);
    expect(textOf(loadMarkdown(file('---\ntitle: T\ntags:\n  - a\n---\n본문')))).toBe('본문');
  });

  it('bold text that closes behind a bracket and before a particle', () => {
    const text = '문서를 **마크다운(Markdown)**의 문법으로 씁니다. **"중요한 것"**은 굵게.';
    expect(textOf(loadMarkdown(file(text)))).toBe('문서를 마크다운(Markdown)의 문법으로 씁니다. "중요한 것"은 굵게.');
  });

  it('bold text in lists and tables, and footnotes of one word', () => {
    const text = '- **말(word)**을\n\n| **뜻(sense)**은 |\n|---|\n| 변화 |\n\n글[^1]\n\n[^1]: 태몽\n';
    expect(textOf(loadMarkdown(file(text)))).toBe('말(word)을\n뜻(sense)은\n변화\n글^1\n[^1]: 태몽');
    expect(textOf(loadMarkdown(file('`a ** b ** c`')))).toBe('a ** b ** c');
  });

  it('other markers of emphasis before a particle, and entities', () => {
    const read = (text: string) => textOf(loadMarkdown(file(text)));
    expect(read('*말(word)*을, *"말"*은, 이것은**"중요"**한')).toBe('말(word)을, "말"은, 이것은"중요"한');
    expect(read('**(2)**3회, **API(v2)**s, a*(b)*c')).toBe('(2)3회, API(v2)s, a*(b)*c');
    expect(read('***굵게(bold)***는 ~~지움(x)~~은 `**"코드"**는`')).toBe('굵게(bold)는 지움(x)은 **"코드"**는');
    expect(read('2 * 3 (육) * 4 = 24, 5*(6)* 7')).toBe('2 * 3 (육) * 4 = 24, 5*(6)* 7');
    expect(read('A&amp;B&nbsp;C &lt;뱀&gt; &#44845; `&amp;`')).toBe(
      'A&B C <뱀> 꼭 &amp;'.replace('꼭', String.fromCodePoint(44845)),
    );
  });

  it('line breaks of HTML within Markdown', () => {
    expect(textOf(loadMarkdown(file('첫 줄<br>둘째 줄<BR/>셋째 줄')))).toBe('첫 줄\n둘째 줄\n셋째 줄');
    expect(textOf(loadMarkdown(file('| 뱀<br>용 | 뜻 |\n|---|---|\n| 꿈<br/>길몽 | 변화 |\n')))).toBe(
      '뱀 용 | 뜻\n꿈 길몽 | 변화',
    );
  });

  it('cells beyond the last column of a table', () => {
    const table = '| 상징 | 뜻 |\n|---|---|\n| 뱀 | 변화 | 재생 |\n| 용 \\| 이무기 | 권력 |\n| 물 |\n';
    expect(textOf(loadMarkdown(file(table)))).toBe('상징 | 뜻\n뱀 | 변화 | 재생\n용 | 이무기 | 권력\n물 | ');
  });

  it('front matter with blanks, another end mark or a title over several lines', () => {
    const title = (text: string) => loadMarkdown(file(text)).documents[0]?.title;
    expect(title('--- \ntitle: 뱀 꿈\n---  \n본문')).toBe('뱀 꿈');
    expect(title('---\ntitle: "뱀: 꿈" # 제목\n...\n본문')).toBe('뱀: 꿈');
    expect(title('---\ntitle: >-\n  뱀이 나오는\n  꿈\ndate: 2024-01-01\n---\n본문')).toBe('뱀이 나오는 꿈');
    expect(textOf(loadMarkdown(file('---\ntitle: |\n  뱀 꿈\n---\n본문')))).toBe('본문');
  });

  it('explanations of one word, but not link definitions', () => {
    expect(textOf(loadMarkdown(file('[뱀]: 변화\n\n[1]: https://example.org\n\n[a]: page.html\n\n끝\n')))).toBe(
      '[뱀]: 변화\n끝',
    );
  });

  it('a paragraph that a line of dashes makes a heading', () => {
    const long = '문단처럼 긴 글이 가로줄 바로 위에 있습니다. '.repeat(6).trim();
    expect(textOf(loadMarkdown(file(`${long}\n---\n다음 글`)))).toBe(`${long}\n다음 글`);
  });
});
