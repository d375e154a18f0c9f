import { describe, expect, it } from '@jest/globals';
import { THEMES } from './theme.js';
import { themeCounsel, themeOf } from './theme-counsel.js';

describe('counsel for a theme', () => {
  it('exists for every theme, strength and language, each different', () => {
    const texts = THEMES.filter((theme) => theme !== 'chat').flatMap((theme) =>
      ['strong', 'weak', 'balanced'].flatMap((strength) =>
        (['ko', 'en'] as const).map((locale) => themeCounsel(theme, strength, locale)),
      ),
    );
    expect(texts.every((text) => text !== '')).toBe(true);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('is empty when theme or strength is unknown', () => {
    expect(themeCounsel(undefined, 'weak', 'ko')).toBe('');
    expect(themeCounsel('love', undefined, 'ko')).toBe('');
  });

  it.each([
    ['career', 'career', ''],
    ['career', 'chat', '이직운이 어떤가요?'],
    ['love', 'chat', 'Will I find love?'],
    ['wealth', 'chat', '돈이 모이지 않아요'],
    [undefined, 'chat', '중독에서 벗어나고 싶어요'],
    [undefined, 'constructor', ''],
  ])('takes %s from theme %s and “%s”', (expected, theme, question) => {
    expect(themeOf(theme, question)).toBe(expected);
  });
});
