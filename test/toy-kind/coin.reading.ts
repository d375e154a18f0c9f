import { randomSource } from '@app/divination';
import { type ReadingDefinition, commonInput } from '@app/readings';
import { z } from 'zod';
import { answer } from './answer.section.js';
import { secondThoughts } from './second-thoughts.section.js';

const coinInput = z.object({
  question: z.string().max(500).describe('Something that can be answered with yes or no'),
  ...commonInput,
});

const SIDES = [
  { ko: '앞면', en: 'Heads' },
  { ko: '뒷면', en: 'Tails' },
];

/** Throws a coin. */
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
  sections: [answer, secondThoughts],
};
