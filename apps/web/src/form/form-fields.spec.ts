import { describe, expect, it } from '@jest/globals';
import { formFields, shownFields } from './form-fields.js';
import { requestBody } from './request-body.js';

const birth = {
  type: 'object',
  properties: {
    date: { anyOf: [{ type: 'string', maxLength: 20 }, { type: 'null' }] },
    time: { type: 'string' },
    calendar: { enum: ['solar', 'lunar', '양력'] },
    leapMonth: { type: 'boolean' },
    zodiac: { enum: ['tropical', 'sidereal'] },
    birthDate: { type: 'string' },
  },
} as const;
const paths = (schema: object) => formFields(schema).map(({ path }) => path);

describe('formFields', () => {
  it('asks for birth data once, and never for fields that only programs send', () => {
    const properties = { question: { type: 'string', maxLength: 4_000 }, birth, date: {}, saju: {}, locale: {} };
    expect(paths({ properties })).toEqual(['birth.date', 'birth.time', 'birth.calendar', 'birth.zodiac', 'question']);
  });

  it('asks about two people one after the other', () => {
    expect(paths({ properties: { first: birth, second: birth } }).filter((path) => /date|time/.test(path))).toEqual([
      'first.date',
      'first.time',
      'second.date',
      'second.time',
    ]);
  });

  it('asks for a convention once and sends it for both people', () => {
    const fields = formFields({ properties: { first: birth, second: birth } });
    expect(fields.filter(({ word }) => word === 'zodiac').map(({ path }) => path)).toEqual(['first.zodiac']);
    expect(requestBody(fields, { 'first.zodiac': 'sidereal' }, 'ko')).toMatchObject({
      first: { zodiac: 'sidereal' },
      second: { zodiac: 'sidereal' },
    });
  });

  it('shows a convention only with the choice that it belongs to', () => {
    const zodiac = { enum: ['tropical', 'sidereal'] };
    const fields = formFields({ properties: { birth: { properties: { zodiac, ayanamsha: { enum: ['lahiri'] } } } } });
    const shown = (draft: Record<string, string>) => shownFields(fields, draft).map(({ word }) => word);
    expect(shown({})).toEqual(['zodiac']);
    expect(shown({ 'birth.zodiac': 'sidereal' })).toEqual(['zodiac', 'ayanamsha']);
  });

  it('offers the default first', () => {
    const spread = { default: 'three', type: 'string', enum: ['one', 'three'] };
    expect(formFields({ properties: { spread } })[0]?.options).toEqual(['three', 'one']);
  });
});

describe('requestBody', () => {
  it('nests values, leaves out empty ones and writes a leap month in the form that the server reads', () => {
    const fields = formFields({ properties: { birth, words: { type: 'array', items: { type: 'string' } } } });
    const draft = { 'birth.date': '1990-05-15', 'birth.time': ' ', 'birth.calendar': 'leap', words: 'a, b' };
    expect(requestBody(fields, draft, 'ko')).toEqual({
      locale: 'ko',
      birth: { date: '1990-05-15', calendar: 'lunar', leapMonth: true, zodiac: 'tropical' },
      words: ['a', 'b'],
    });
  });
});
