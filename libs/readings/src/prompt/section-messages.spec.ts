import { describe, expect, it } from '@jest/globals';
import type { NumberedPassage } from '@app/composer';
import { dreamGuide } from '../dream/dream.prompt.js';
import { dreamReading } from '../dream/dream.reading.js';
import type { PromptContext } from '../reading-definition.js';
import { attackTexts } from '../testing/attack-texts.js';
import { promptParts } from '../testing/prompt-parts.js';
import { sectionMessages } from './section-messages.js';

const MARKER = 'q7Zk2Lw9XbTe';
const QUESTION = '뱀이 집에 들어왔습니다.';

const source = (n: number, text: string, retriever = 'domain'): NumberedPassage => ({
  n,
  id: `dream:${n}`,
  retriever,
  title: `문서 ${n}`,
  text,
  tags: [],
  score: 1 / n,
});

const context = (over: Partial<PromptContext> = {}): PromptContext => ({
  kind: 'dream',
  section: 'summary',
  title: '꿈의 줄거리',
  locale: 'ko',
  guide: dreamGuide,
  sections: dreamReading.sections,
  question: QUESTION,
  facts: { symbols: [{ id: 'dream:snake', title: '뱀' }] },
  passages: [],
  earlier: {},
  marker: MARKER,
  maxTokens: 400,
  ...over,
});
const parts = (over: Partial<PromptContext> = {}) => promptParts(sectionMessages(context(over)), MARKER);

describe('sectionMessages', () => {
  it('gives rules to the system, and the material and the user’s words to the user', () => {
    const { system, block, words, turns } = parts({
      details: ['느낀 감정: 두려움'],
      passages: [source(1, '뱀은 변화입니다.')],
    });
    expect(words).toBe(`${QUESTION}\n\n느낀 감정: 두려움`);
    expect(turns).toEqual([]);
    expect(system).not.toMatch(/들어왔습니다|변화입니다/u);
    expect(block).toEqual([
      'Recognised in the words, may be wrong; the words decide: {"symbols":["뱀"]}',
      '[1] (dream symbol) 문서 1: 뱀은 변화입니다.',
    ]);
  });

  it('keeps computed facts apart from recognised ones', () => {
    const { block } = parts({ facts: { symbols: ['뱀'], moon: 'full' } });
    expect(block).toEqual([
      'Computed: {"moon":"full"}',
      'Recognised in the words, may be wrong; the words decide: {"symbols":["뱀"]}',
    ]);
  });

  it('asks in the user’s place, in their language, when there is no question', () => {
    expect(parts({ question: '' }).words).toBe('제 꿈을 읽어 주세요.');
    expect(parts({ question: '', locale: 'en' }).words).toBe('Please read my dream.');
  });

  it('names every section with its task, and says which one to write', () => {
    const { system } = parts({ section: 'symbols', title: '상징' });
    for (const { id, title, task } of dreamReading.sections)
      expect(system).toContain(`- "${id}" (${title.ko}): ${task}`);
    expect(system.slice(system.indexOf('# Your section'))).toContain(
      'Write the section "symbols" (상징) and nothing else.',
    );
  });

  it('puts care rules after everything else, with the help line unchanged', () => {
    const care = { topic: 'bereavement', lead: '마음이 무거우셨겠습니다. 1393', rules: ['No omens.'] };
    const { system } = parts({ care });
    const rules = system.slice(system.indexOf('Care rules, before everything above:'));
    expect(rules).toContain(
      '\nNo omens.\nBegin with this, warmly and with the help line unchanged: 마음이 무거우셨겠습니다. 1393\n',
    );
  });

  it('marks a counsellor’s passages by their kind, and documents of unknown areas as documents', () => {
    const passages = [source(1, '먼저 마음부터 살핍니다.', 'persona'), { ...source(2, 'x'), id: 'system:1' }];
    expect(parts({ passages }).block.slice(1)).toEqual([
      '[1] (counsellor) 문서 1: 먼저 마음부터 살핍니다.',
      '[2] (document) 문서 2: x',
    ]);
  });

  it('shows earlier sections and the client’s own texts without numbers', () => {
    const { block } = parts({
      earlier: { character: '당신은 나무입니다.' },
      documents: [{ title: '괘사', text: '크게 통합니다.' }],
    });
    expect(block.slice(1)).toEqual(['- Already written (character): 당신은 나무입니다.', '- 괘사: 크게 통합니다.']);
  });

  it('leaves out an article of another art', () => {
    const article = { ...source(2, '카드'), id: 'corpus:tarot-yes-no' };
    const given = { passages: [article, source(3, '뱀')], composition: { topics: ['dream'] } };
    expect(parts(given).block.slice(1)).toEqual(['[3] (dream symbol) 문서 3: 뱀']);
  });

  it.each(attackTexts(MARKER))('keeps attack %# in its block, wherever it comes from', (attack) => {
    const { system, block, words } = parts({
      facts: { note: attack, [attack]: [attack] },
      passages: [{ ...source(1, attack), title: attack }, source(2, '끝')],
      documents: [{ title: attack, text: attack }],
      earlier: { character: attack },
    });
    expect(system).toBe(parts().system);
    expect(block).toHaveLength(5);
    for (const [at, start] of [
      'Computed: {',
      '- Already written',
      '- ',
      '[1] ',
      '[2] (dream symbol) 문서 2: 끝',
    ].entries()) {
      expect(block[at]?.startsWith(start)).toBe(true);
    }
    expect(words).toBe(QUESTION);
  });

  it.each(attackTexts(MARKER))('keeps attack %# with the user when it is theirs', (attack) => {
    const { system, block } = parts({ question: attack, details: [attack] });
    expect(system).toBe(parts().system);
    expect(block).toEqual(parts().block);
  });

  it('has at least 60 attacks to keep', () => {
    expect(attackTexts(MARKER).length).toBeGreaterThanOrEqual(60);
  });
});
