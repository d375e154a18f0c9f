import { describe, expect, it } from '@jest/globals';
import { SimilarQuestions } from './similar-questions.js';

/** A unit vector at an angle, in degrees. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

describe('SimilarQuestions', () => {
  it('finds the nearest question, and none below the threshold', () => {
    const questions = new SimilarQuestions();
    questions.add('s', at(0), 'zero');
    questions.add('s', at(8), 'eight');
    expect(questions.find('s', at(7))).toBe('eight');
    expect(questions.find('s', at(1))).toBe('zero');
    expect(questions.find('s', at(30))).toBeUndefined();
  });

  it('finds nothing in another scope', () => {
    const questions = new SimilarQuestions();
    questions.add('tenant-a', at(0), 'a');
    expect(questions.find('tenant-b', at(0))).toBeUndefined();
  });

  it('drops the oldest', () => {
    const questions = new SimilarQuestions();
    questions.add('s', at(90), 'oldest');
    for (let n = 0; n < 200; n++) questions.add('s', at(0), `n${n}`);
    expect(questions.find('s', at(90))).toBeUndefined();
  });
});
