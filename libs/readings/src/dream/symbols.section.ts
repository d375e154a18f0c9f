import { defineSection } from '../define-section.js';
import { IN_OWN_WORDS } from './in-own-words.js';

export const symbols = defineSection({
  id: 'symbols',
  title: { ko: '꿈속의 상징', en: 'Symbols' },
  retrievers: ['graph', 'domain'],
  maxTokens: 500,
  task: 'The dream’s symbols one after another, at most five: what each may stand for in this scene and how they connect.',
  compose: {
    role: 'detail',
    paragraphs: [
      // The summary explains the meaning of the first symbol; this paragraph adds its interpretations.
      [
        { each: 'leadSymbol', most: 1, rank: 1, draw: { take: 'psyche', orElse: 'rest', retrievers: ['domain'] } },
        // The summary has already told the traditional interpretation.
        { each: 'leadSymbol', most: 1, rank: 1.5, unless: 'asksOmen', draw: { take: 'lore', retrievers: ['domain'] } },
      ],
      [
        {
          each: 'closeOnes',
          most: 2,
          rank: 2,
          needs: 'care',
          apart: true,
          leads: IN_OWN_WORDS,
          draw: { take: 'context', retrievers: ['domain', 'graph'] },
        },
        {
          each: 'nextSymbol',
          most: 1,
          rank: 2,
          unless: 'care',
          apart: true,
          leads: IN_OWN_WORDS,
          draw: { take: 'context', orElse: 'core', retrievers: ['domain', 'graph'] },
        },
        {
          each: 'furtherSymbols',
          most: 2,
          unless: 'care',
          rank: 2.5,
          apart: true,
          leads: IN_OWN_WORDS,
          draw: { take: 'context', orElse: 'core', retrievers: ['domain', 'graph'] },
        },
      ],
      [
        {
          each: 'emotions',
          most: 1,
          rank: 2.2,
          leads: IN_OWN_WORDS,
          draw: { take: 'core', retrievers: ['graph'] },
        },
      ],
    ],
    nothing: {
      ko: [
        '이 꿈은 여러 그림보다 한 장면으로 말하는 꿈이라, 상징을 더 나누지 않고 두겠습니다.',
        '나머지는 하나하나 떼어 풀기보다 꿈 전체의 분위기로 기억해 두시는 편이 좋겠습니다.',
        '따로 떼어 풀 만한 상징은 더 찾지 못했습니다. 맞지 않는 뜻을 붙이기보다 장면 전체를 그대로 두겠습니다.',
      ],
      en: [
        'This dream speaks through one scene rather than many images, so it is not divided further.',
        'The rest is better kept as the mood of the whole dream than taken apart.',
        'No further symbols have been found that would bear taking out of the scene.',
      ],
    },
    careful: {
      ko: [
        '이 꿈의 그림 하나하나에 뜻을 붙이지는 않겠습니다. 무엇이 나왔는지보다 지금 어떻게 지내시는지가 먼저입니다.',
        '지금은 꿈에 나온 것들의 뜻을 따지지 않으셔도 됩니다. 꿈은 답을 내라고 재촉하지 않습니다.',
        '이런 꿈은 풀이보다 곁이 필요합니다. 장면의 뜻은 여기에서 더 묻지 않겠습니다.',
        '꿈에 나온 것들은 상징으로 옮기지 않고 적어 주신 그대로 두겠습니다.',
        '꿈속의 일은 적어 주신 말 그대로 두겠습니다. 풀이하지 않아도 충분히 무거운 이야기입니다.',
        '꿈속의 물건이나 장소에는 뜻을 붙이지 않겠습니다. 그 자리에 있던 마음만으로 충분합니다.',
        '장면을 하나하나 나누어 읽지 않겠습니다. 떠오르는 것은 떠오르는 대로 두셔도 됩니다.',
      ],
      en: [
        'No meanings are put to the single images of this dream; how you are now comes first.',
        'What appeared in this dream need not be explained now. A dream does not press for an answer.',
        'A dream like this asks for company more than for a meaning, so its images are left alone here.',
        'What you dreamt is left as you wrote it and not turned into symbols.',
        'Nothing in this dream has to be solved today.',
        'What happened in this dream is left in your words; it needs no interpretation to be taken seriously.',
      ],
    },
  },
});
