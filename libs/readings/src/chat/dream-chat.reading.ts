import { dreamFacts } from '../dream/dream-facts.js';
import { dreamGuide } from '../dream/dream.prompt.js';
import { z } from 'zod';
import { planDream } from '../dream/plan-dream.js';
import { shownDreamFacts } from '../dream/dream.facts.js';
import type { PlanningTools, ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import { chatInput, splitConversation } from './chat.input.js';
import { chat } from './chat.section.js';

const words = z.array(z.string().min(1).max(100)).max(50).optional();

export const dreamChatInput = z.strictObject({
  ...chatInput,
  dream: z
    .string()
    .max(4_000, 'must have at most 4 000 characters')
    .optional()
    .describe('The dream the conversation is about'),
  symbols: words,
  emotions: words,
  themes: words,
});

export type DreamChatInput = z.infer<typeof dreamChatInput>;

/** Plans the reading of the dream, with the last message as the question. */
function planDreamChat({ messages, dream, ...input }: DreamChatInput, tools: PlanningTools): ReadingPlan {
  const { question, history } = splitConversation(messages);
  const said = history.filter(({ speaker }) => speaker === 'person').map(({ text }) => text);
  const whole = planDream({ ...input, dream: [dream, ...said, question].filter(Boolean).join('\n') }, tools);
  const plan = askedFirst(whole, new Set(tools.linker.link(question).map(({ id }) => id)));
  const dreamLine = dream ? [`${input.locale === 'ko' ? '제 꿈' : 'My dream'}: ${dream}`] : [];
  return {
    ...plan,
    question,
    history,
    searchText: [question, ...(input.symbols ?? [])].join(' '),
    details: [...dreamLine, ...(plan.details ?? [])],
    followups: plan.followups.filter((followup) => followup !== question),
  };
}

/** Moves the symbols that the question mentions to the front. */
function askedFirst(plan: ReadingPlan, asked: ReadonlySet<string>): ReadingPlan {
  const first = <Item extends { readonly id: string }>(items: readonly Item[]) => [
    ...items.filter(({ id }) => asked.has(id)),
    ...items.filter(({ id }) => !asked.has(id)),
  ];
  const symbols = plan.facts['symbols'] as readonly { readonly id: string }[];
  return { ...plan, facts: { ...plan.facts, symbols: first(symbols) }, entities: first(plan.entities) };
}

export const dreamChatReading: ReadingDefinition<DreamChatInput> = {
  kind: 'dream-chat',
  domain: 'dream',
  input: dreamChatInput,
  plan: planDreamChat,
  sections: [chat],
  guide: dreamGuide,
  facts: shownDreamFacts,
  example: {
    dream: 'A snake followed me into the house.',
    messages: [{ role: 'user', content: 'Why was I not afraid?' }],
    locale: 'en',
  },
  composition: { facts: dreamFacts, topics: ['dream'] },
};
