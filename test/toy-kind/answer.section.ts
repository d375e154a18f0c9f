import { defineSection } from '@app/readings';

export const answer = defineSection({
  id: 'answer',
  title: { ko: '동전의 답', en: 'The coin’s answer' },
  retrievers: ['domain', 'graph'],
  maxTokens: 200,
  task: 'Name the side and say what it suggests.',
});
