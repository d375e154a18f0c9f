import { describe, expect, it } from '@jest/globals';
import { lastValueFrom, toArray } from 'rxjs';
import { type SectionBrief, composeSection, genericPlan } from '@app/composer';
import { ComposerSectionWriter } from './composer-section-writer.js';
import { defineSection } from './define-section.js';

const brief: SectionBrief = {
  kind: 'dream',
  section: 'summary',
  title: 'Summary',
  locale: 'en',
  question: 'A snake came into my house.',
  facts: { symbols: [{ id: 'dream:snake', title: 'Snake' }] },
  passages: [
    {
      n: 4,
      id: 'dream:snake',
      retriever: 'domain',
      title: 'Snake',
      text: 'A snake sheds its skin.',
      tags: [],
      score: 1,
    },
  ],
  earlier: {},
};

describe('ComposerSectionWriter', () => {
  it('streams the composed section and finishes', async () => {
    const composer = new ComposerSectionWriter();
    const title = { ko: '요약', en: 'Summary' };
    const section = defineSection({
      id: 'summary',
      title,
      retrievers: ['domain'],
      task: '',
      prompt: () => [],
      maxTokens: 400,
    });
    const context = { ...brief, marker: 'M', sections: [], maxTokens: 400 };
    const deltas = await lastValueFrom(composer.write(section, context).pipe(toArray()));
    const text = deltas.flatMap((delta) => (delta.type === 'text' ? delta.pieces : [])).join('');
    expect(text).toBe(composeSection(brief, genericPlan, 400).text);
    expect(text).toContain('A snake sheds its skin. [4]');
    expect(deltas.at(-1)).toEqual({ type: 'finish', reason: 'stop' });
    expect(composer).toMatchObject({ engine: 'offline', model: 'composer-1' });
  });
});
