import { describe, expect, it } from '@jest/globals';
import { isGrounded } from './grounds.js';

const stated = (...ids: readonly string[]) => ({ stated: new Set(ids), ofSymbol: new Set<string>() });
const article = (about: readonly string[], more: { tags?: string[]; audience?: string[] } = {}) => ({
  about: [...about],
  tags: [],
  audience: [],
  ...more,
});

describe('isGrounded', () => {
  it('rejects an article for one symbol, two symbols, or one feeling', () => {
    const temple = article(['dream:monk', 'dream:temple'], { tags: ['emotion:longing'] });
    expect(isGrounded(temple, stated('dream:monk'))).toBe(false);
    expect(isGrounded(temple, stated('dream:monk', 'dream:temple'))).toBe(false);
    expect(isGrounded(article(['emotion:anger', 'emotion:frustration']), stated('emotion:anger'))).toBe(false);
  });

  it('accepts an article about a symbol that is about the feeling, too', () => {
    const hometown = article(['dream:hometown', 'emotion:longing']);
    expect(isGrounded(hometown, stated('dream:hometown', 'emotion:longing'))).toBe(true);
  });

  it('lets a theme of a symbol support a feeling, but not a symbol or a broad circumstance', () => {
    const grounds = (...ids: readonly string[]) => ({ stated: new Set(ids), ofSymbol: new Set(['theme:power']) });
    const tags = ['theme:power'];
    expect(isGrounded(article(['emotion:fear'], { tags }), grounds('emotion:fear'))).toBe(true);
    expect(isGrounded(article(['dream:king'], { tags }), grounds('dream:king'))).toBe(false);
    expect(isGrounded(article(['theme:power'], { tags }), grounds('dream:king'))).toBe(false);
    expect(isGrounded(article(['circumstance:work'], { tags }), grounds('circumstance:work'))).toBe(false);
  });

  it('accepts an article about a specific circumstance, but not about a broad one alone', () => {
    expect(isGrounded(article(['circumstance:insomnia']), stated('circumstance:insomnia'))).toBe(true);
    expect(isGrounded(article(['circumstance:work']), stated('circumstance:work'))).toBe(false);
    expect(isGrounded(article(['circumstance:work', 'dream:boss']), stated('circumstance:work', 'dream:boss'))).toBe(
      true,
    );
  });

  it('accepts a practice for the main symbol only', () => {
    const practice = { ...article(['dream:key']), practice: true };
    expect(isGrounded(practice, { ...stated('dream:key'), lead: 'dream:key' })).toBe(true);
    expect(isGrounded(practice, { ...stated('dream:key', 'emotion:fear'), lead: 'dream:door' })).toBe(false);
    expect(isGrounded(practice, stated('dream:key'))).toBe(false);
  });

  it('rejects an article for an audience that is not stated', () => {
    const about = ['dream:boss', 'emotion:anger'];
    const bullied = article(about, { audience: ['circumstance:bullied'] });
    expect(isGrounded(bullied, stated(...about))).toBe(false);
    expect(isGrounded(bullied, stated(...about, 'circumstance:bullied'))).toBe(true);
  });
});
