import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyze, tokenColumn } from './analyze.js';

describe('analyze', () => {
  it.each([
    ['The snakes were chasing me', ['snake', 'were', 'chase', 'me']],
    ["My mother's house, 3.14 and don't", ['my', 'mother', 'hous', '3.14', "don't"]],
    ['구렁이', ['구렁', '렁이', '=구렁']],
    ['뱀', ['뱀']],
    ['뱀이 뱀을 뱀에게서는', ['뱀', '뱀', '뱀']],
    ['나를 하는', ['나를', '=나를', '하는', '=하는']],
    ['결과 결과를', ['결과', '=결과', '결과', '과를', '=결과']],
    ['AI가', ['ai', '가']],
    ['龍の夢', ['龍の', 'の夢']],
    ['꿈 2024년', ['꿈', '2024', '년']],
    ['', []],
  ])('analyses %j', (text, terms) => {
    expect(analyze(text)).toEqual(terms);
  });

  it.each([
    ['고양이', '고양이에게만'],
    ['바나나', '바나나를'],
    ['결정', '결정했습니다'],
    ['사랑', '사랑스러운'],
    ['발전', '발전시키는'],
  ])('gives %s and %s one word term', (word, inflected) => {
    const wordTerm = (text: string) => analyze(text).find((term) => term.startsWith('='));
    expect(wordTerm(inflected)).toBe(wordTerm(word));
  });

  it.each([
    ['뱀꿈', '뱀 꿈을 꾸면'],
    ['용꿈을', '용 꿈은 큰 뜻'],
    ['뱀꿈', '뱀이 나오는 꿈'],
    ['꽃밭', '꽃 밭에'],
    ['꽃 밭', '꽃밭에서'],
    ['검색', '정보검색'],
    ['정보검색', '정보 검색'],
    ['물에빠지는꿈', '깊은 물에 빠졌다'],
    ['큰뱀', '뱀이 나왔다'],
    ['흰소가', '소를 타는 꿈'],
    ['해꿈', '해가 품에 안긴다'],
    ['차', '차를 잃어버린 꿈'],
    ['무지개', '무 지 개'],
    ['cafe', 'Le Café'],
    ['1000만원', '복권 1,000만원'],
    ['쥬스', '주스를 마신다'],
    ['초콜릿', '쵸콜렛을 먹는 꿈'],
    ['메시지', '문자메세지가 왔다'],
    ['로보트', '로봇이 나오는 꿈'],
    ['뱀꿈ㅋㅋ', '뱀 꿈을 꾸면'],
    ['용', '용이ㅠㅠ'],
    ['불', '물ㅡ불ㅡ바람'],
  ])('finds %s in %s by a common term', (query, text) => {
    const terms = new Set(analyze(text));
    expect(analyze(query).some((term) => terms.has(term))).toBe(true);
  });

  it.each([
    ['장', '너무 긴장했어요'],
    ['일', '큰일이 났다'],
    ['타월', '불이 타올랐어요'],
  ])('does not find %s in %s', (query, text) => {
    expect(new Set(analyze(query)).isDisjointFrom(new Set(analyze(text)))).toBe(true);
  });

  it.each([
    ['hyphen\u00ADation', 'hyphenation'],
    ['소나\u200B기가', '소나기가'],
    ['무지\u200C개가', '무지개가'],
    ['무지\u3164개가', '무지개가'],
    ['도로\u318D지반\u318D수자원', '도로 지반 수자원'],
    ['도로\u119E지반', '도로 지반'],
    ['물·불·바람', '물 불 바람'],
    ['ＡＩ２０２４ ｔａｒｏｔ', 'AI2024 tarot'],
    ['ﬁre Ⅳ', 'fire iv'],
    ['⽔과 ⽕', '水과 火'],
    ['구\uFE0F렁\u034F이', '구렁이'],
    ['뱀\u{E0101}꿈', '뱀꿈'],
  ])('reads %j as %j', (text, plain) => {
    expect(new Set(analyze(plain)).isSubsetOf(new Set(analyze(text)))).toBe(true);
    expect(analyze(text).filter((term) => /[\p{Cf}\p{DI}\u318D\u119E]/u.test(term))).toEqual([]);
  });

  it('gives decomposed Hangul the same terms as composed', () => {
    expect(tokenColumn('구렁이가'.normalize('NFD'))).toBe(tokenColumn('구렁이가'));
  });

  it('is deterministic and gives terms without whitespace for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const terms = analyze(text);
        expect(analyze(text)).toEqual(terms);
        expect(tokenColumn(text).split(' ').filter(Boolean)).toEqual(terms);
        for (const term of terms) expect(term).toMatch(/^\S+$/u);
      }),
    );
  });

  it('concatenates the terms of texts joined by a space where no Hangul words meet', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("龍の夢 snake Houses 3.,'_")), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(analyze(`${a} ${b}`)).toEqual([...analyze(a), ...analyze(b)]);
      }),
    );
  });
});
