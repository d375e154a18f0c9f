import { describe, expect, it } from '@jest/globals';
import { ReadingInputError } from '@app/divination';
import { ownParts, promptsOf } from '../testing/prompts-of.js';
import { askReadingAt } from './ask.reading.js';
import { SceneReader } from '../dream/scene/scene-reader.js';

const NOW = new Date('2026-11-22T00:00:00Z');
const reading = askReadingAt(() => NOW);
const linker = { named: () => undefined, link: () => [] };
const plan = (body: Record<string, unknown>) =>
  reading.plan(reading.input.parse({ question: '언제 이직하면 좋을까요?', ...body }), {
    linker,
    scenes: new SceneReader([]),
  });
const birth = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' };

describe('a question about one’s charts', () => {
  it('uses only saju or only astrology when asked to', () => {
    const both = plan({ birth });
    const saju = plan({ birth, focus: 'saju' });
    const astrology = plan({ birth, focus: 'astrology' });
    expect(both.facts).toMatchObject({ saju: {}, astrology: {} });
    expect(saju.facts).not.toHaveProperty('astrology');
    expect(astrology.facts).not.toHaveProperty('saju');
    expect(JSON.stringify([saju.facts, saju.tags, saju.entities])).not.toMatch(/astro:|"sign:|"moon:|"ascendant:/);
    expect(JSON.stringify([astrology.facts, astrology.tags, astrology.entities])).not.toMatch(
      /saju:|daymaster:|tengod:/,
    );
    expect(saju.entities.length).toBeGreaterThan(0);
    expect(astrology.entities.length).toBeGreaterThan(0);
  });

  it('names the missing chart when the requested tradition has none', () => {
    const refused = (body: Record<string, unknown>) => {
      try {
        plan(body);
      } catch (error) {
        if (error instanceof ReadingInputError) return error.field;
      }
      throw new Error('nothing was refused');
    };
    expect(refused({ saju: { day: '庚辰' }, focus: 'astrology' })).toBe('astro');
    expect(refused({ astro: { sun: 'aries' }, focus: 'saju' })).toBe('saju');
  });

  it('keeps the history and does not suggest the current question', () => {
    const said = [{ role: 'assistant', content: '올해는 준비하는 해입니다.' }];
    const history = [{ speaker: 'reader', text: '올해는 준비하는 해입니다.' }];
    const { followups } = plan({ birth, history: said });
    expect(plan({ birth, history: said })).toMatchObject({ history, question: '언제 이직하면 좋을까요?' });
    expect(plan({ birth, question: followups[0] }).followups).not.toContain(followups[0]);
  });

  it.each([
    [{ birth, question: ' ' }, 'question'],
    [{ question: '?' }, 'birth.date'],
    [{ birth, question: '?', focus: 'tarot' }, 'focus'],
  ])('refuses %# and names the field', (body, field) => {
    expect(reading.input.safeParse(body).error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });

  it.each(['ko', 'en'])('has a prompt (%s)', (locale) => {
    const body = { question: 'When should I move?', saju: { year: '庚午', day: '庚辰' }, locale, focus: 'saju' };
    expect(ownParts(promptsOf(reading, body))).toMatchSnapshot();
  });
});
