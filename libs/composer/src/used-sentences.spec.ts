import { describe, expect, it } from '@jest/globals';
import { UsedSentences } from './used-sentences.js';

describe('UsedSentences', () => {
  it('ignores case, punctuation and spacing', () => {
    const used = new UsedSentences();
    used.add(['A snake sheds its skin.']);
    expect(used.has('a snake  sheds its skin')).toBe(true);
    expect(used.has('A house holds you.')).toBe(false);
  });

  it('includes the texts of earlier sections', () => {
    const used = new UsedSentences(['뱀은 허물을 벗습니다. [1] 집은 그릇입니다. [2]']);
    expect(used.has('집은 그릇입니다.')).toBe(true);
    expect(used.has('물은 흐릅니다.')).toBe(false);
  });
});
