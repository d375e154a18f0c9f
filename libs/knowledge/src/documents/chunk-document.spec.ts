import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHUNKING, chunkDocument } from './chunk-document.js';
import { splitText } from './split-text.js';
import { textSize } from './text-size.js';

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,40}$/),
  fc.stringMatching(/^[가-힣]{1,12}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }).filter((text) => text.trim() !== ''),
);
const mark = fc.constantFrom(' ', '. ', '! ', '\n', '\n\n', '다. ');
const text = fc.array(fc.tuple(word, mark), { minLength: 1, maxLength: 400 }).map((parts) => parts.flat().join(''));
const headings = fc.array(fc.constantFrom('One', 'Two', 'Three'), { maxLength: 3 });
const document = fc
  .array(fc.record({ headings, text }), { minLength: 1, maxLength: 5 })
  .map((blocks) => ({ title: 'Title', blocks }));

const bare = (content: string) => content.replace(/\s+/g, '');

describe('splitText', () => {
  it('covers the text without gaps, in spans that fit', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 200 }), (content, most) => {
        const spans = splitText(content, most);
        expect(spans.map(({ start, end }) => content.slice(start, end)).join('')).toBe(content);
        for (const { start, end } of spans)
          expect(textSize(content.slice(start, end))).toBeLessThanOrEqual(Math.max(most, 48 * 0.4 + 4));
      }),
      { numRuns: 60 },
    );
  });
});

describe('chunkDocument', () => {
  it('loses no text, whatever the document', () => {
    fc.assert(
      fc.property(document, (loaded) => {
        const chunks = chunkDocument(loaded, { words: 40, overlap: 8 });
        let rest = bare(loaded.blocks.map((block) => block.text).join(''));
        let before = '';
        for (const chunk of chunks) {
          const content = bare(chunk.text);
          // A chunk may only repeat the end of the previous chunk and must then continue where that ended.
          const repeated = overlapOf(before, content, rest);
          expect(repeated).toBeDefined();
          rest = rest.slice(content.length - (repeated ?? 0));
          before = content;
        }
        expect(rest).toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps chunks within their bounds', () => {
    fc.assert(
      fc.property(document, (loaded) => {
        for (const chunk of chunkDocument(loaded)) {
          expect(textSize(chunk.text)).toBeLessThanOrEqual(CHUNKING.words * 1.05);
          expect(chunk.text).not.toBe('');
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is deterministic', () => {
    fc.assert(
      fc.property(document, (loaded) => expect(chunkDocument(loaded)).toEqual(chunkDocument(structuredClone(loaded)))),
      { numRuns: 20 },
    );
  });

  it('repeats whole sentences between chunks and adds the headings', () => {
    const sentences = Array.from({ length: 60 }, (_, at) => `Sentence number ${at} speaks of snakes.`);
    const chunks = chunkDocument({
      title: 'Guide',
      blocks: [{ headings: ['Guide', 'Animals'], text: sentences.join(' ') }],
    });
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks[0]?.context).toBe('Guide › Animals');
    const first = chunks[1]?.text.split('. ')[0] ?? '';
    expect(chunks[0]?.text).toContain(first);
    expect(sentences).toContain(`${first}.`);
  });

  it('gives Korean chunks about as much content as English ones', () => {
    const korean = Array.from({ length: 300 }, () => '뱀이 허물을 벗는 꿈은 변화를 뜻합니다.').join(' ');
    const [chunk] = chunkDocument({ title: '꿈', blocks: [{ headings: [], text: korean }] });
    expect(chunk?.text.length).toBeGreaterThan(400);
    expect(chunk?.text.length).toBeLessThan(900);
  });
});

/**
 * Returns the length of the end of `before` that `content` repeats, such that the rest of `content` is a prefix of
 * `rest`.
 */
function overlapOf(before: string, content: string, rest: string): number | undefined {
  for (let length = Math.min(before.length, content.length); length >= 0; length--)
    if (before.endsWith(content.slice(0, length)) && rest.startsWith(content.slice(length))) return length;
  return undefined;
}
