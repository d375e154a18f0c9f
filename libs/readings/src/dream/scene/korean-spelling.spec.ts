import { describe, expect, it } from '@jest/globals';
import { growth } from '@app/text/testing';
import { correctPastMarkers } from './korean-spelling.js';

describe('correctPastMarkers', () => {
  it.each([
    ['기차를 놓쳣는데 아무도 없엇어요', '기차를 놓쳤는데 아무도 없었어요'],
    ['문이 잠겨 잇는 집에 갓다', '문이 잠겨 있는 집에 갔다'],
    ['밥을 햇더니 다 됏네', '밥을 했더니 다 됐네'],
  ])('corrects “%s”', (written, expected) => {
    expect(correctPastMarkers(written)).toBe(expected);
  });

  it.each(['옷을 벗고 씻었어요', '맛있는 첫눈', '햇빛이 비쳤다', '젓가락', 'I was late'])('keeps “%s”', (text) => {
    expect(correctPastMarkers(text)).toBe(text);
  });

  it('takes time linear in the length of the text', () => {
    expect(growth(correctPastMarkers, '놓쳣는데 ')).toBeLessThan(9);
  });
});
