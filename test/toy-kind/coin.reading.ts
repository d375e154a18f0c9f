import { type ReadingDefinition, commonInput, sectionMessages } from '@app/readings';
import { randomSource } from '@app/divination';
import { z } from 'zod';

const coinInput = z.object({
  question: z.string().max(500).describe('Something that can be answered with yes or no'),
  ...commonInput,
});

const SIDES = [
  { ko: '앞면', en: 'Heads' },
  { ko: '뒷면', en: 'Tails' },
];

/** A coin is thrown; the texts only say what the side makes of the question. */
export const coinReading: ReadingDefinition<z.infer<typeof coinInput>> = {
  kind: 'coin',
  domain: 'tarot',
  input: coinInput,
  plan: ({ question, locale, seed }) => {
    const side = SIDES[randomSource(seed).below(2)]?.[locale] ?? '';
    return {
      facts: { side: { name: side } },
      tags: ['kind:coin', 'theme:fate'],
      entities: [{ id: 'theme:fate' }],
      question,
      searchText: `${question} ${side}`,
      followups:
        locale === 'ko'
          ? [`‘${side}’이 마음에 드시나요?`, '다시 던진다면 무엇을 바라시나요?', '오늘 정해야 하는 일인가요?']
          : [
              `Are you glad of ${side}?`,
              'What would you hope for in another throw?',
              'Does it have to be decided today?',
            ],
    };
  },
  sections: [
    {
      id: 'answer',
      retrievers: ['domain', 'graph'],
      prompt: (context) =>
        sectionMessages(context, 'Section "answer": name the side and say what it suggests.', 'Please throw a coin.'),
      maxTokens: 200,
    },
    {
      id: 'second-thoughts',
      retrievers: ['corpus', 'persona'],
      after: ['answer'],
      prompt: (context) =>
        sectionMessages(context, 'Section "second-thoughts": one thing to weigh before acting on it.', 'And then?'),
      maxTokens: 150,
    },
  ],
};
