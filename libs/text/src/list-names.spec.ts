import { describe, expect, it } from '@jest/globals';
import { listNames } from './list-names.js';

describe('listNames', () => {
  it.each<[readonly string[], string, string]>([
    [[], '', ''],
    [['뱀'], '뱀', '뱀'],
    [['뱀', '집'], '뱀과 집', '뱀 and 집'],
    [['친구', '뱀', '집'], '친구와 뱀, 그리고 집', '친구, 뱀 and 집'],
    [['가', '나', '다', '라'], '가, 나, 다, 그리고 라', '가, 나, 다 and 라'],
  ])('%j', (names, ko, en) => {
    expect(listNames(names, 'ko')).toBe(ko);
    expect(listNames(names, 'en')).toBe(en);
  });
});
