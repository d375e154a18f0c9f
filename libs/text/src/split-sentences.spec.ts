import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitSentences } from './split-sentences.js';

const solid = (text: string) => text.replaceAll(/\s/gu, '');
const prose = fc
  .array(
    fc.constantFrom(
      '뱀이 ',
      'snake ',
      '. ',
      '.',
      '? ',
      '!',
      '…',
      '”',
      '’',
      '\n',
      '다.',
      '1. ',
      'Dr. ',
      'e.g. ',
      '3.14',
      ' ',
    ),
  )
  .map((parts) => parts.join(''));

describe('splitSentences', () => {
  it('loses only white space and returns no empty sentence', () => {
    fc.assert(
      fc.property(fc.oneof(prose, fc.string({ unit: 'binary' })), (text) => {
        const sentences = splitSentences(text);
        expect(solid(sentences.join(''))).toBe(solid(text));
        expect(sentences.every((sentence) => sentence !== '' && sentence === sentence.trim())).toBe(true);
      }),
    );
  });

  it.each<[string, readonly string[]]>([
    ['뱀은 허물을 벗습니다. 집은 그릇입니다.', ['뱀은 허물을 벗습니다.', '집은 그릇입니다.']],
    ['띄지 않고 이었습니다.또한 이어집니다.', ['띄지 않고 이었습니다.', '또한 이어집니다.']],
    ['‘왜 왔니?’라고 물으면 됩니다. 답을 기다립니다.', ['‘왜 왔니?’라고 물으면 됩니다.', '답을 기다립니다.']],
    ['“Who is it?” she asked. Nobody spoke.', ['“Who is it?” she asked.', 'Nobody spoke.']],
    [
      'Wait… then go on. Dr. Kim wrote at 3.5 p.m. on Monday.',
      ['Wait… then go on.', 'Dr. Kim wrote at 3.5 p.m. on Monday.'],
    ],
    ['C. G. Jung read it so. Others did not!', ['C. G. Jung read it so.', 'Others did not!']],
    ['1. Write it down. 2. Read it.', ['1. Write it down.', '2. Read it.']],
    ['한 문단\n다른 문단.', ['한 문단', '다른 문단.']],
    ['정말요?! 그렇습니다.', ['정말요?!', '그렇습니다.']],
    ['  ', []],
  ])('%s', (text, expected) => {
    expect(splitSentences(text)).toEqual(expected);
  });
});
