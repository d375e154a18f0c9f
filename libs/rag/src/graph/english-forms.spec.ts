import { describe, expect, it } from '@jest/globals';
import { nounForms, verbForms } from './english-forms.js';

describe('English forms', () => {
  it.each([
    ['snake', 'snakes'],
    ['mouse', 'mice'],
    ['wolf', 'wolves'],
    ['policeman', 'policemen'],
    ['butterfly', 'butterflies'],
    ['monkey', 'monkeys'],
    ['church', 'churches'],
    ['wedding ring', 'wedding rings'],
    ['white mouse', 'white mice'],
  ])('puts %s in the plural: %s', (name, plural) => {
    expect(nounForms(name)).toEqual([name, plural]);
  });

  it.each([
    ['chase', 'chases chasing chased'],
    ['cry', 'cries crying cried'],
    ['hug', 'hugs hugging hugged'],
    ['die', 'dies dying died'],
    ['steal', 'steals stealing stole stolen'],
    ['lose', 'loses losing lost'],
    ['yelling', 'yelled'],
  ])('conjugates %s: %s', (name, forms) => {
    expect(verbForms(name)).toEqual([name, ...forms.split(' ')]);
  });

  it('conjugates the first word of a phrase', () => {
    expect(verbForms('run away')).toEqual(['run away', 'runs away', 'running away', 'ran away']);
  });
});
