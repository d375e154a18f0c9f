import { defineSection } from '../define-section.js';

export const symbols = defineSection({
  id: 'symbols',
  title: { ko: '꿈속의 상징', en: 'Symbols' },
  retrievers: ['graph', 'domain'],
  maxTokens: 500,
  task: 'The dream’s symbols one after another, at most five: what each may stand for in this scene and how they connect.',
  compose: {
    role: 'detail',
    paragraphs: [
      // The summary explains the meaning of the first symbol; this step adds its psychological or traditional
      // interpretation.
      [
        {
          each: 'leadSymbol',
          most: 1,
          rank: 1,
          unless: 'asksOmen',
          draw: { take: 'psyche', alternate: 'folk', orElse: 'folk', retrievers: ['domain'] },
        },
        // The summary already contains the traditional interpretation.
        { each: 'leadSymbol', most: 1, rank: 1, needs: 'asksOmen', draw: { take: 'rest', retrievers: ['domain'] } },
      ],
      [
        // The second symbol is always explained, all others only where a context applies.
        {
          each: 'nextSymbol',
          most: 1,
          rank: 2,
          apart: true,
          draw: { take: 'context', orElse: 'core', alternate: 'psyche', retrievers: ['domain', 'graph'] },
        },
        {
          each: 'furtherSymbols',
          most: 2,
          rank: 2.5,
          apart: true,
          draw: { take: 'context', retrievers: ['domain', 'graph'] },
        },
      ],
    ],
    nothing: {
      ko: [
        '{symbols}에 대해 믿고 전해 드릴 만한 풀이를 찾지 못했습니다. 평소 어떤 느낌을 주는지 떠올려 보시면 좋은 실마리가 됩니다.',
        '상징마다 믿고 전해 드릴 만한 풀이를 찾지 못했습니다. 꿈에 나온 것이 평소 어떤 느낌을 주는지 떠올려 보시면 좋은 실마리가 됩니다.',
        '이 꿈의 그림 하나하나에 맞는 풀이는 찾지 못했습니다. 가장 먼저 떠오르는 한 가지를 골라 생김새부터 적어 보시기 바랍니다.',
        '낱낱의 상징으로 나누어 읽을 만한 글을 찾지 못했습니다. 이 꿈은 장면 전체로 기억해 두시는 편이 좋겠습니다.',
      ],
      en: [
        'No reading of {symbols} that could be relied on has been found. What it means to you in daily life is a good clue to begin with.',
        'No reading of the single symbols that could be relied on has been found. What each of them means to you in daily life is a good clue to begin with.',
        'For the single images of this dream nothing has been found that fits. Choose the one that comes back first, and note how it looked.',
        'Nothing has been found that takes this dream apart well. It may be better kept as one whole scene.',
      ],
    },
  },
});
