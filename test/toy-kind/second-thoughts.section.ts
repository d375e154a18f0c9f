import { defineSection } from '@app/readings';

export const secondThoughts = defineSection({
  id: 'second-thoughts',
  title: { ko: '한 번 더 생각할 점', en: 'Second thoughts' },
  retrievers: ['corpus', 'persona'],
  after: ['answer'],
  maxTokens: 150,
  task: 'One thing to weigh before acting on it.',
});
