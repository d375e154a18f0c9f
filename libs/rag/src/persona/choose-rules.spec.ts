import { describe, expect, it } from '@jest/globals';
import { rule } from '../testing/persona-items.js';
import { chooseRules } from './choose-rules.js';

const scored = (
  id: string,
  score: number,
  when = [`symbol:${id.replaceAll(/\W/g, '-')}`],
  text = `Something of its own about ${id}`,
) => ({
  rule: rule(`persona:${id}`, when, { texts: { ko: text, en: text } }),
  score,
  matched: [],
});
const chosen = (rules: readonly ReturnType<typeof scored>[], topK: number) =>
  chooseRules(rules, topK, 'en').map(({ rule: { id } }) => id.slice('persona:'.length));

describe('chooseRules', () => {
  it('puts the default counsellor first, then the best rule of each other one', () => {
    const rules = [
      scored('sage.1', 0.9),
      scored('coach.1', 0.8),
      scored('counselor.1', 0.5),
      scored('sage.2', 0.4),
      scored('counselor.2', 0.3),
      scored('counselor.3', 0.2),
    ];
    expect(chosen(rules, 4)).toEqual(['counselor.1', 'counselor.2', 'sage.1', 'coach.1']);
    expect(chosen(rules, 6)).toEqual(['counselor.1', 'counselor.2', 'counselor.3', 'sage.1', 'sage.2', 'coach.1']);
  });

  it('fills up with the other counsellors', () => {
    expect(chosen([scored('sage.1', 0.9), scored('sage.2', 0.8)], 3)).toEqual(['sage.1', 'sage.2']);
    expect(chosen([scored('counselor.1', 0.9), scored('counselor.2', 0.8)], 2)).toEqual(['counselor.1', 'counselor.2']);
  });

  it('keeps the best answer of one counsellor to the same conditions, in whatever order they stand', () => {
    const rules = [
      scored('sage.1', 0.5, ['symbol:snake', 'emotion:fear']),
      scored('sage.2', 0.9, ['emotion:fear', 'symbol:snake']),
      scored('coach.1', 0.4, ['symbol:snake', 'emotion:fear']),
      scored('coach.2', 0.3, []),
      scored('coach.3', 0.2, []),
    ];
    expect(chosen(rules, 6)).toEqual(['sage.2', 'coach.1', 'coach.2', 'coach.3']);
  });

  it('contains no repetitions', () => {
    const words = 'take one slow breath and look around the room you are in';
    expect(
      chosen([scored('sage.1', 0.5, ['symbol:a'], words), scored('coach.1', 0.6, ['symbol:b'], `${words}!`)], 6),
    ).toEqual(['coach.1']);
  });

  it('does not depend on the order of its input', () => {
    const rules = ['sage.1', 'coach.1', 'counselor.1', 'sage.2'].map((id) => scored(id, 0.5));
    expect(chosen(rules.toReversed(), 4)).toEqual(chosen(rules, 4));
  });
});
