import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import type { Locale } from '@app/text';
import { readArticles } from '../passages/article-index.js';
import { KnowledgeSelector } from '../passages/knowledge-selector.js';
import { adviceGrounds } from './advice-grounds.js';
import { readContextConditions } from './context-conditions.js';
import { dreamReading } from './dream.reading.js';
import { readLanguages } from './scene/language.js';
import { SceneReader } from './scene/scene-reader.js';
import { readSituations } from './scene/situations.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const scenes = new SceneReader(readLanguages('knowledge'), readSituations('knowledge'));
const selector = new KnowledgeSelector(readContextConditions('knowledge'), readArticles('knowledge'));

const planned = (dream: string, locale: Locale, themes: readonly string[] = []) => {
  const tools = { linker: store.linker(), scenes };
  const input = dreamReading.input.parse({ dream, locale, themes });
  return selector.complete(dreamReading.plan(input, tools), input, dreamReading, tools);
};
const stated = (dream: string, locale: Locale, themes?: readonly string[]) => {
  const { scene, tags } = planned(dream, locale, themes);
  if (!scene) throw new Error('a dream has a scene');
  return [...adviceGrounds(scene, tags, store.linker()).stated];
};
const articles = (dream: string, locale: Locale) => planned(dream, locale).articles?.map(({ id }) => id);

beforeAll(() => store.open());

describe('adviceGrounds', () => {
  it.each([
    ['ko', '시장에서 친구가 지갑을 훔쳐 갔어요. 나는 너무 화가 났어요.'],
    ['en', 'My friend took the keys from the table. I was so angry.'],
  ] as const)('contains a feeling of the dreamer (%s)', (locale, dream) => {
    expect(stated(dream, locale)).toContain('emotion:anger');
  });

  it.each([
    ['ko', '바다에서 문어가 화가 나서 먹물을 뿜었어요.'],
    ['en', 'The octopus was angry and threw a plate at the wall.'],
  ] as const)('contains no feeling of another figure (%s)', (locale, dream) => {
    expect(stated(dream, locale)).not.toContain('emotion:anger');
  });

  it('contains circumstances of waking life, but none that are only dreamt', () => {
    const dreamt = 'I found a wallet full of money in the grass and gave it to my boss at work.';
    expect(stated(dreamt, 'en').filter((id) => id.startsWith('circumstance:'))).toEqual([]);
    const waking = 'In real life I am getting divorced. Last night I dreamt that we painted a wall.';
    expect(stated(waking, 'en')).toContain('circumstance:breakup');
  });

  it('contains themes that the user picked, but none of the words of the dream', () => {
    expect(stated('거울을 보는데 수염이 자라서 출근을 못 했어요.', 'ko')).not.toContain('theme:growth');
    expect(stated('거울을 보고 있었어요.', 'ko', ['성장'])).toContain('theme:growth');
  });
});

describe('the main symbol', () => {
  const leadOf = (dream: string, locale: Locale) => planned(dream, locale).entities[0]?.id;

  it('is the one to which something happens that a context describes', () => {
    expect(leadOf('I found a secret room in my house, dusty and full of old lamps by the window.', 'en')).toBe(
      'dream:hidden-room',
    );
  });

  it('leads the facts and the tags, too', () => {
    const { entities, facts, tags } = planned('집에 불이 활활 타올랐어요. 집 앞에 서 있었어요.', 'ko');
    expect(entities[0]?.id).toBe('dream:fire');
    expect((facts['symbols'] as readonly { id: string }[])[0]?.id).toBe('dream:fire');
    expect(tags.find((tag) => tag.startsWith('symbol:'))).toBe('symbol:fire');
  });
});

describe('the articles of a dream', () => {
  it.each([
    ['bullying and difficult people for a colleague', 'en', 'I sang with my coworker and my boss in the office.'],
    ['deadlines for an office', 'ko', '회사 사무실에 갔는데 부장님이 커피를 타고 있었어요.'],
    ['muddy water for a frozen lake', 'en', 'I skated on a frozen lake. I felt calm.'],
    ['the emperor for a king', 'ko', '임금님이 아빠에게 왕관을 씌워 주었어요.'],
    ['anger for an angry animal', 'ko', '바다에서 문어가 화가 나서 먹물을 뿜었어요.'],
  ] as const)('do not include %s', (_, locale, dream) => {
    expect(articles(dream, locale)?.filter((id) => !id.startsWith('corpus:practice-'))).toEqual([]);
  });

  it('include one for a symbol and the feeling that it is about', () => {
    expect(articles('I went back to my hometown. I felt such longing for it.', 'en')).toContain(
      'corpus:coping-nostalgia-use',
    );
  });

  it('include the practice for the main symbol, which comes after what the text states', () => {
    expect(articles('I was late for the bus, and I was late for everything.', 'en')).toEqual(['corpus:practice-late']);
    expect(articles('돌아가신 할머니가 우리 집 부엌에 앉아 계셨어요.', 'ko')).not.toContain('corpus:practice-house');
  });

  it.each([
    ['a loss for a key that is not lost', 'en', 'A golden key lay in my palm.', 'losing'],
    ['a loss for a key in the hand', 'ko', '금빛 열쇠를 손에 쥐고 있었어요.', 'losing'],
    ['weapons for a kitchen knife', 'ko', '부엌칼 하나가 놓여 있었어요.', 'killing'],
    ['driving for stairs', 'en', 'There was a staircase made of glass.', 'vehicle'],
    ['news for a war', 'en', 'A war broke out.', 'catastrophe'],
    ['ropes for a bridge', 'ko', '긴 다리를 건너갔어요.', 'rope'],
  ] as const)('do not include a practice about %s', (_, locale, dream, practice) => {
    expect(articles(dream, locale)).not.toContain(`corpus:practice-${practice}`);
  });

  it('include one for a stated situation', () => {
    const dream = 'My girlfriend and I broke up last month. Last night I dreamt of a tree in a field.';
    expect(articles(dream, 'en')).toContain('corpus:coping-breakup-first-weeks');
  });
});
