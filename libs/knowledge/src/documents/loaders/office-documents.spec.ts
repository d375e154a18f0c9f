import { describe, expect, it } from '@jest/globals';
import {
  docx,
  hwp,
  hwpObject,
  hwpText,
  hwpx,
  pptx,
  slideShape,
  wordParagraph,
  xlsx,
  zipped,
} from '../../testing/office-documents.js';
import type { DocumentBlock, LoadedDocument } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { loadFile } from './load-file.js';
import { ZipArchive } from './office/zip-archive.js';

async function load(name: string, bytes: Uint8Array): Promise<LoadedDocument> {
  const { documents } = await loadFile({ name, bytes });
  return documents[0]!;
}

const under = (headings: readonly string[], text: string): DocumentBlock => ({ headings, text });

describe('Word documents', () => {
  it('keep headings, tables, text boxes, notes and line breaks', async () => {
    const table =
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>뱀</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>변화</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    const box =
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>상자</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>상자</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>';
    const body = [
      wordParagraph('해몽 안내', 'a0'),
      wordParagraph('동물', '1'),
      '<w:p><w:r><w:t>첫 줄</w:t><w:br/><w:t xml:space="preserve">둘째 </w:t></w:r><w:r><w:t>줄 &amp; 끝</w:t></w:r></w:p>',
      wordParagraph('파충류', '2'),
      table,
      box,
      '<w:p><w:del><w:r><w:delText>지움</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>옮김</w:t></w:r></w:moveFrom></w:p>',
    ].join('');
    const footnotes = `<w:footnotes>${wordParagraph('각주 글')}</w:footnotes>`;
    expect(await load('a.docx', docx(body, { 'word/footnotes.xml': footnotes }))).toMatchObject({
      title: '해몽 안내',
      blocks: [
        under([], '해몽 안내'),
        under(['동물'], '첫 줄\n둘째 줄 & 끝'),
        under(['동물', '파충류'], '뱀 | 변화'),
        under(['동물', '파충류'], '상자'),
        under([], '각주 글'),
      ],
    });
  });

  it('are read where Office on the web numbers the parts', async () => {
    const parts = {
      'word/document2.xml': `<w:document><w:body>${wordParagraph('제목', '1')}${wordParagraph('본문')}</w:body></w:document>`,
      'word/styles2.xml': '<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>',
      'word/footnotes2.xml': `<w:footnotes>${wordParagraph('각주')}</w:footnotes>`,
    };
    expect((await load('a.docx', zipped(parts))).blocks).toEqual([under(['제목'], '본문'), under([], '각주')]);
  });

  it('are composed and take the file name without a title', async () => {
    expect(await load('노트.docx', docx(wordParagraph('꿈'.normalize('NFD'))))).toMatchObject({
      title: '노트',
      blocks: [under([], '꿈')],
    });
  });

  it('are rejected with a password, or when damaged', async () => {
    const encrypted = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    await expect(load('a.docx', encrypted)).rejects.toThrow('is protected by a password');
    await expect(load('a.docx', Buffer.from('PK\x03\x04 nothing'))).rejects.toThrow('is damaged');
    await expect(load('a.docx', zipped({ 'other.xml': '<a/>' }))).rejects.toThrow('word/document.xml is missing');
  });
});

describe('presentations', () => {
  it('keep the order of the slides, their titles and notes', async () => {
    const slides = [
      slideShape('태몽', 'ctrTitle') + slideShape('용과 호랑이') + slideShape('7', 'sldNum'),
      slideShape('제목 없는 장'),
      slideShape('끝', 'title'),
    ];
    expect(await load('a.pptx', pptx(slides, slideShape('말할 것')))).toMatchObject({
      title: '태몽',
      blocks: [
        under(['태몽'], '용과 호랑이'),
        under(['태몽'], '말할 것'),
        under(['slide 2'], '제목 없는 장'),
        under([], '끝'),
      ],
    });
  });
});

describe('workbooks', () => {
  it('name the columns and write dates as dates', async () => {
    const rows = [
      '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>횟수</t></is></c></row>',
      '<row><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>45123</v></c><c r="D2"><v>3.5</v></c></row>',
      '<row><c r="A3" t="str"><v>고래</v></c><c r="D3" t="e"><v>#DIV/0!</v></c></row>',
    ].join('');
    expect(await load('a.xlsx', xlsx(rows, ['상징', '날짜', '뱀']))).toMatchObject({
      title: 'a',
      blocks: [under(['꿈 목록'], '상징: 뱀\n날짜: 2023-07-16\n횟수: 3.5'), under(['꿈 목록'], '상징: 고래')],
    });
  });

  it('write numbers in the format of their cells', async () => {
    const codes = ['#,##0"원"', '0.0%', 'yyyy"년 "m"월 "d"일"', '[h]:mm', 'broken[', '[$-F800]dddd'];
    const formats = codes.map(
      (code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
    );
    const styles = [0, 4, 14, 31, ...codes.map((_, at) => 200 + at)].map((id) => `<xf numFmtId="${id}"/>`);
    const values = [0.1, 1234.5, 45123, 45123, 1234567, 0.125, 45123, 1.5, 3, 45123];
    const cells = values.map((value, at) => `<c s="${at}"><v>${value}</v></c>`).join('');
    const sheet = zipped({
      'xl/workbook.xml': '<workbook><sheets><sheet name="표" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/styles.xml': `<styleSheet><numFmts>${formats.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`,
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="r1" Type="http://schemas/comments" Target="../comments1.xml"/></Relationships>',
      'xl/comments1.xml':
        '<comments><comment ref="A1"><text><r><t>확인할 </t></r><r><t>값</t></r></text></comment></comments>',
    });
    expect((await load('a.xlsx', sheet)).blocks).toEqual([
      under(
        ['표'],
        '0.1 | 1,234.50 | 2023-07-16 | 2023-07-16 | 1,234,567원 | 12.5% | 2023년 7월 16일 | 36:00 | 3 | 2023-07-16',
      ),
      under(['표'], '확인할 값'),
    ]);
  });

  it('without column names keep their rows', async () => {
    const rows = '<row><c><v>1</v></c><c t="b"><v>1</v></c></row><row><c t="str"><v>끝</v></c></row>';
    expect((await load('a.xlsx', xlsx(rows))).blocks.map(({ text }) => text)).toEqual(['1 | true', '끝']);
  });
});

describe('Hancom documents', () => {
  it('are read in the zipped format under both extensions', async () => {
    const section =
      '<hp:p styleIDRef="2"><hp:run><hp:t>물</hp:t></hp:run></hp:p><hp:p styleIDRef="0"><hp:run><hp:t>맑은<hp:lineBreak/>물</hp:t></hp:run></hp:p>';
    const table =
      '<hp:p styleIDRef="0"><hp:run><hp:tbl><hp:tr><hp:tc><hp:subList><hp:p><hp:run><hp:t>불</hp:t></hp:run></hp:p></hp:subList></hp:tc><hp:tc><hp:subList><hp:p><hp:run><hp:t>재물</hp:t></hp:run></hp:p></hp:subList></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>';
    for (const name of ['a.hwpx', 'a.hwp'])
      expect(await load(name, hwpx([section, table]))).toMatchObject({
        title: '해몽 노트',
        blocks: [under(['물'], '맑은\n물'), under(['물'], '불 | 재물')],
      });
  });

  it('are read in the binary format, without objects and fields', async () => {
    const long = '긴 문단입니다. '.repeat(300).trim();
    const paragraphs = [
      Buffer.concat([hwpObject(2), hwpObject(21), hwpText('꿈에서 흰 코끼리를'), hwpObject(11), hwpText(' 보았다\r')]),
      Buffer.concat([hwpText('왼쪽'), hwpObject(9), hwpText('오른쪽\n아래\r')]),
      hwpText('\r'),
      hwpText(long),
    ];
    expect(await load('노트.hwp', hwp(paragraphs))).toMatchObject({
      title: '노트',
      blocks: [under([], '꿈에서 흰 코끼리를 보았다'), under([], '왼쪽\t오른쪽\n아래'), under([], long)],
    });
  });

  it('are rejected by name when they cannot be read', async () => {
    await expect(load('a.hwp', hwp([], { password: true }))).rejects.toThrow('is protected by a password');
    await expect(load('a.hwp', hwp([], { distribution: true }))).rejects.toThrow('copy for distribution');
    await expect(load('a.hwp', Buffer.from('HWP Document File V3.00 \x1a'))).rejects.toThrow('save it as HWPX');
    await expect(load('a.hwp', Buffer.from('no document'))).rejects.toThrow('is not a Hancom document');
  });
});

describe('ZipArchive', () => {
  it('unpacks nothing beyond its limit', () => {
    const bomb = zipped({ 'a.xml': ' '.repeat(5_000_000), 'b.xml': 'b' });
    expect(bomb.length).toBeLessThan(50_000);
    const archive = new ZipArchive(bomb, 1_000_000);
    expect(archive.text('b.xml')).toBe('b');
    expect(() => archive.text('a.xml')).toThrow(new DocumentRefusedError('unpacks to more than 1 MB; split it'));
  });
});
