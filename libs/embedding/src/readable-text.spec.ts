import type { Script } from '@app/text';
import { describe, expect, it } from '@jest/globals';
import { readsPassage, readsQuery } from './readable-text.js';

const english = { scripts: new Set<Script>(['latin']) };
const every = { scripts: new Set<Script>(['latin', 'hangul', 'han', 'kana', 'cyrillic', 'other']) };

describe('readsQuery', () => {
  it.each(['a snake', 'TGF-β signalling', 'dreams of 2024'])('reads %s', (text) => {
    expect(readsQuery(english, text)).toBe(true);
  });
  it.each(['뱀 꿈', 'what does 태몽 mean', 'dense retrieval을 쓰는 방법', '龍の夢', '2024'])(
    'does not read %s',
    (text) => {
      expect(readsQuery(english, text)).toBe(false);
      expect(readsQuery(every, text)).toBe(true);
    },
  );
});

describe('readsPassage', () => {
  it('reads a passage with a quoted foreign name', () => {
    expect(readsPassage(english, 'The first hexagram, 乾, is the creative: six unbroken lines.')).toBe(true);
  });
  it('rejects a passage that is half in another script', () => {
    expect(readsPassage(english, 'dense retrieval을 쓰면 질문과 비슷한 문서를 찾는다')).toBe(false);
  });
});
