import { describe, expect, it } from '@jest/globals';
import type { PassageUnit } from './passage-units.js';
import { Relevance } from './score-unit.js';

const unit = (sentence: string, index = 1): PassageUnit => ({
  passage: { n: 1, id: 'dream:snake', retriever: 'domain', title: '뱀', text: sentence, tags: [], score: 1 },
  index,
  sentences: [sentence],
});
const relevance = new Relevance('큰 뱀이 집으로 들어와 나를 쫓아왔다.');
const ENTERS = unit('뱀이 집 안으로 들어오는 꿈은 새로운 인연을 뜻합니다.');
const BITES = unit('뱀에게 물리는 꿈은 뜻밖의 말을 가리킵니다.');
const GENERAL = unit('심리적으로 뱀은 본능의 힘입니다.');

describe('Relevance', () => {
  it('ranks the described scene before general sentences, and those before other scenes', () => {
    const score = (some: PassageUnit) => relevance.score(some, 'scene', ['뱀']);
    expect(score(ENTERS)).toBeGreaterThan(score(GENERAL));
    expect(score(GENERAL)).toBeGreaterThan(score(BITES));
  });

  it('prefers the beginning for `core` and later sentences for `scene`', () => {
    const [first, later] = [unit('뱀은 허물을 벗습니다.', 0), unit('뱀은 허물을 벗습니다.', 1)];
    expect(relevance.score(first, 'core')).toBeGreaterThan(relevance.score(later, 'core'));
    expect(relevance.score(first, 'scene')).toBeLessThan(relevance.score(later, 'scene'));
  });

  it('prefers advice sentences for `advice`', () => {
    const advice = unit('무엇이 두려운지 한 줄로 적어 보시기 바랍니다.');
    expect(relevance.score(advice, 'advice')).toBeGreaterThan(relevance.score(GENERAL, 'advice'));
  });

  it('does not count the name of the passage’s own subject', () => {
    expect(relevance.overlap('뱀은 길다.', ['뱀'])).toBe(0);
    expect(relevance.overlap('뱀은 길다.')).toBeGreaterThan(0);
  });

  it('recognises titles in the user’s text', () => {
    expect(relevance.names('뱀')).toBe(true);
    expect(relevance.names('용')).toBe(false);
    expect(relevance.names('')).toBe(false);
  });
});
