import { describe, expect, it } from '@jest/globals';
import { composeText } from './compose-text.js';

describe('composeText', () => {
  it('composes letters and keeps their marks', () => {
    expect(composeText('뱀 café ก็'.normalize('NFD'))).toBe('뱀 café ก็');
  });

  it('keeps 30 marks of a longer run', () => {
    const marks = '\u0316\u0301'.repeat(20_000);
    expect(composeText(`q${marks}x`)).toBe(`q${'\u0316'.repeat(15)}${'\u0301'.repeat(15)}x`);
  });
});
