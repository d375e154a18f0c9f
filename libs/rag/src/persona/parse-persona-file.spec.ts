import { describe, expect, it } from '@jest/globals';
import { JsonLineError } from '@app/knowledge';
import { parsePersonaFile } from './parse-persona-file.js';

const counselor = {
  id: 'persona:counselor',
  kind: 'persona',
  title_ko: '상담가',
  title_en: 'Counselor',
  text_ko: '듣습니다.',
  text_en: 'Listens.',
  voice_ko: '부드럽게.',
  voice_en: 'Softly.',
  for: ['dream'],
  tags: [],
  source: 'own text',
};
const advice = {
  id: 'persona:counselor.01',
  kind: 'persona_rule',
  persona: 'counselor',
  title_ko: '숨',
  title_en: 'Breath',
  text_ko: '숨을 고르시기 바랍니다.',
  text_en: 'Take a breath.',
  when: ['symbol:snake', 'emotion:fear|emotion:anxiety'],
  weight: 0.8,
  tags: ['theme:rest'],
  source: 'own text',
};
const lines = (...items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).join('\n');
const parse = (...items: readonly unknown[]) => parsePersonaFile(lines(...items), 'persona/counselor.jsonl');

describe('persona files', () => {
  it('reads the counsellor from the first line and the rules from the others', () => {
    const { persona, rules } = parse(counselor, advice);
    expect(persona).toMatchObject({ slug: 'counselor', voices: { ko: '부드럽게.', en: 'Softly.' }, kinds: ['dream'] });
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({ id: 'persona:counselor.01', weight: 0.8, titles: { ko: '숨', en: 'Breath' } });
    expect(rules[0]?.when.map(({ text }) => text)).toEqual(advice.when);
  });

  it.each([
    [[advice], /^persona\/counselor\.jsonl:1: id/],
    [[counselor, { ...advice, when: ['symbol:snake', 'nonsense'] }], /:2: .*"nonsense" is not a condition/],
    [[counselor, { ...advice, weight: 0 }], /:2: weight/],
    [[counselor, advice, { ...advice, persona: 'coach' }], /:3: is a rule of coach, not of counselor/],
    [[counselor, { ...advice, text_en: '' }], /:2: text_en/],
  ])('names the file and the line of what it cannot use (%#)', (items, message) => {
    expect(() => parse(...items)).toThrow(message);
    expect(() => parse(...items)).toThrow(JsonLineError);
  });

  it('rejects invalid JSON and an empty file', () => {
    expect(() => parsePersonaFile(`${lines(counselor)}\n\n{`, 'a.jsonl')).toThrow('a.jsonl:3: is not JSON');
    expect(() => parsePersonaFile('\n', 'a.jsonl')).toThrow('a.jsonl:1: is empty');
  });
});
