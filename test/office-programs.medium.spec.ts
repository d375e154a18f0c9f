import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { loadFile } from '../libs/knowledge/src/documents/loaders/load-file.js';

/**
 * One document of every kind, saved by LibreOffice with everything that the kind offers. Each text holds a word in
 * capital letters.
 */
const FOLDER = 'test/documents/libreoffice';
const TEXT =
  'TITLEONE BODYONE FOOTNOTE ENDNOTE INSERTEDTEXT RUBYBASE RUBYTEXT TEXTBOX BESIDE LISTONE LISTINNER LISTTHIRD LISTTWO TABLEHEAD MERGED THIRD CELLA CELLB NESTED CELLC COLUMNONE COLUMNTWO RTLHEBREW LINKTEXT TABTEXT BREAKTEXT';
const SHEET = '쌀RICE 2024-03-05 1,234,567원 12.5% 13:05 MERGED 2469134.00 글FORMULATEXT LINEONE LINETWO HIDDENSHEET';
const SLIDES = 'SLIDETITLE BULLET SUBBULLET GROUPSHAPE SLIDECELL SLIDECELLB SPEAKERNOTES HIDDENSLIDE';

async function textOf(name: string): Promise<string> {
  const { documents } = await loadFile({ name, bytes: await readFile(`${FOLDER}/${name}`) });
  return documents.flatMap(({ blocks }) => blocks.flatMap(({ headings, text }) => [...headings, text])).join('\n');
}

describe('documents of office programs', () => {
  it.each([
    ['full.docx', `${TEXT} 漢字RUBYBASE(한자RUBYTEXT) ᄀᆞᆯ SHAPETEXT FIELDTEXT HEADERTEXT FOOTERTEXT COMMENTTEXT`],
    ['full.odt', `${TEXT} 漢字RUBYBASE(한자RUBYTEXT) ᄀᆞᆯ SHAPETEXT FIELDTEXT HEADERTEXT FOOTERTEXT COMMENTTEXT`],
    ['full.pdf', `${TEXT} SHAPETEXT FIELDTEXT HEADERTEXT FOOTERTEXT`],
    // LibreOffice exports neither shapes nor fields to books.
    ['full.epub', `${TEXT} ᄀᆞᆯ 漢字RUBYBASE(한자RUBYTEXT)`],
    ['full.xlsx', SHEET],
    ['full.ods', `${SHEET} CELLCOMMENT`],
    ['full.pptx', SLIDES],
    ['full.odp', SLIDES],
  ])('keep every text of %s', async (name, words) => {
    const text = await textOf(name);
    expect(words.split(' ').filter((word) => !text.includes(word))).toEqual([]);
  });

  it('leave out what tracked changes deleted', async () => {
    for (const name of ['full.docx', 'full.odt']) expect(await textOf(name)).not.toContain('DELETEDTEXT');
  });

  it('write dates as the workbook shows them', async () => {
    for (const name of ['full.xlsx', 'full.ods']) expect(await textOf(name)).toContain('1999년 12월 31일');
  });

  it('keep the rows of tables and the headings above them', async () => {
    for (const name of ['full.docx', 'full.odt']) {
      const { documents } = await loadFile({ name, bytes: await readFile(`${FOLDER}/${name}`) });
      const row = documents[0]?.blocks.find(({ text }) => text.includes('CELLA'));
      expect(row).toEqual({
        headings: ['꿈의 사전 TITLEONE', '표와 열 TABLEHEAD'],
        text: '가CELLA | 나CELLB 속표NESTED | 다CELLC',
      });
    }
  });
});
