import { describe, expect, it } from '@jest/globals';
import { epub, zipped } from '../../testing/office-documents.js';
import type { DocumentBlock, LoadedDocument } from '../document.js';
import { loadFile } from './load-file.js';

async function load(name: string, bytes: Uint8Array): Promise<LoadedDocument> {
  const { documents } = await loadFile({ name, bytes });
  return documents[0]!;
}

const under = (headings: readonly string[], text: string): DocumentBlock => ({ headings, text });

/** The same archive from a program that does not mark its names as UTF-8. */
function withoutUtf8Flag(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  for (const [signature, flags] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const)
    for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1))
      bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) & ~0x800, at + flags);
  return bytes;
}

describe('books', () => {
  it('are read in the order of their spine', async () => {
    const chapters = ['<h1>첫 장</h1><p/><p>물 꿈&nbsp;이야기</p>', '<p>둘째 장의 글</p>'];
    expect(await load('a.epub', epub(chapters))).toMatchObject({
      title: '꿈의 책',
      blocks: [under(['첫 장'], '물 꿈 이야기'), under([], '둘째 장의 글')],
    });
  });

  it('find chapters whose names are stored in another form, and report missing ones', async () => {
    const item = (id: string, href: string) => `<item id="${id}" href="${href}"/>`;
    const parts = {
      'META-INF/container.xml': '<container><rootfile full-path="book.opf"/></container>',
      'book.opf': `<package><manifest>${item('a', '가장.xhtml')}${item('b', '%EB%82%98.xhtml')}</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    };
    const decomposed = zipped({
      ...parts,
      ['가장.xhtml'.normalize('NFD')]: '<p>첫 글</p>',
      '나.xhtml': '<p>둘째 글</p>',
    });
    for (const bytes of [decomposed, withoutUtf8Flag(decomposed)])
      expect((await load('a.epub', bytes)).blocks.map(({ text }) => text)).toEqual(['첫 글', '둘째 글']);
    const { notes } = await loadFile({ name: 'a.epub', bytes: zipped({ ...parts, '나.xhtml': '<p>글</p>' }) });
    expect(notes).toEqual(['lacks 1 of its 2 chapters']);
  });

  it('are rejected when their chapters are encrypted', async () => {
    const encryption =
      '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/text/%EC%9E%A51.xhtml"/></CipherData></EncryptedData></encryption>';
    const book = epub(['<p>글</p>'], { 'META-INF/encryption.xml': encryption });
    await expect(load('a.epub', book)).rejects.toThrow('is protected against copying (DRM)');
  });
});
