import { describe, expect, it } from '@jest/globals';
import { lastValueFrom, toArray } from 'rxjs';
import type { SectionBrief } from '../llm-client.js';
import { composeSection } from './compose-section.js';
import { OfflineComposer } from './offline-composer.js';

const brief: SectionBrief = {
  kind: 'dream',
  section: 'summary',
  locale: 'en',
  question: 'A snake came into my house.',
  facts: { symbols: [{ id: 'dream:snake', title: 'Snake' }] },
  evidence: [
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

describe('OfflineComposer', () => {
  it('streams the composed section and finishes', async () => {
    const composer = new OfflineComposer();
    const deltas = await lastValueFrom(composer.stream({ messages: [], maxTokens: 400, brief }).pipe(toArray()));
    const text = deltas.flatMap((delta) => (delta.type === 'text' ? delta.pieces : [])).join('');
    expect(text).toBe(composeSection(brief, 400).text);
    expect(text).toContain('A snake sheds its skin. [4]');
    expect(deltas.at(-1)).toEqual({ type: 'finish', reason: 'stop' });
    expect(composer).toMatchObject({ engine: 'offline', model: 'composer-1' });
  });
});
