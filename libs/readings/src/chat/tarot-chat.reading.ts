import { tarotFacts } from '../tarot/tarot-facts.js';
import { tarotGuide } from '../tarot/tarot.prompt.js';
import { z } from 'zod';
import { questionTags } from '../question-tags.js';
import { shownTarotFacts } from '../tarot/tarot.facts.js';
import type { PlanningTools, ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import { type Card, findCard, splitOrientation } from '@app/divination';
import { cardEntity, cardTags } from '../tarot/plan-tarot.js';
import { chatInput, splitConversation } from './chat.input.js';
import { chat } from './chat.section.js';
import type { Locale } from '@app/text';

const chatCard = z.object({
  name: z.string().min(1).max(100).describe('Id or name in Korean or English; unknown ones are ignored'),
  reversed: z.boolean().default(false),
});

export const tarotChatInput = z.strictObject({
  ...chatInput,
  cards: z.array(chatCard).max(78).optional().describe('The cards the conversation is about'),
});

export type TarotChatInput = z.infer<typeof tarotChatInput>;

interface NamedCard {
  readonly card: Card;
  readonly reversed: boolean;
}

/** Plans the reading of the cards, with the last message as the question. */
function planTarotChat(input: TarotChatInput, { linker }: PlanningTools): ReadingPlan {
  const { locale, documents = [] } = input;
  const { question, history } = splitConversation(input.messages);
  const named = (input.cards ?? []).flatMap((given): readonly NamedCard[] => {
    const { name, reversed = false } = splitOrientation(given.name);
    const card = findCard(name, linker);
    return card ? [{ card, reversed: given.reversed || reversed }] : [];
  });
  return {
    facts: {
      cards: named.map(({ card: { slug, names }, reversed }) => ({
        id: `tarot:${slug}`,
        name: names[locale],
        reversed,
      })),
    },
    tags: ['kind:tarot', ...new Set(named.flatMap(cardTags)), ...questionTags(linker, question)],
    entities: named.map(cardEntity),
    question,
    history,
    searchText: [question, ...named.map(({ card }) => card.names[locale])].join(' '),
    documents,
    followups: followups(named, locale).filter((followup) => followup !== question),
  };
}

function followups(named: readonly NamedCard[], locale: Locale): readonly string[] {
  const name = named[0]?.card.names[locale];
  const last = named.at(-1)?.card.names[locale];
  if (locale === 'ko') {
    return [
      name ? `‘${name}’ 카드를 다른 쪽에서 보면 어떤 뜻이 되나요?` : '이 카드들을 다른 쪽에서 보면 어떤 뜻이 되나요?',
      name
        ? `‘${name}’ 카드를 보면서 제가 놓치고 있는 것은 무엇일까요?`
        : '이 카드들을 보면서 제가 놓치고 있는 것은 무엇일까요?',
      last
        ? `‘${last}’ 카드를 떠올리며 이번 주에 무엇을 해 보면 좋을까요?`
        : '이 이야기에 비추어 이번 주에 무엇을 해 보면 좋을까요?',
    ];
  }
  return [
    name ? `What else could “${name}” mean here?` : 'What else could these cards mean?',
    name ? `What might I be overlooking in “${name}”?` : 'What might I be overlooking in these cards?',
    last ? `What could I try this week with “${last}” in mind?` : 'What could I try this week in the light of this?',
  ];
}

export const tarotChatReading: ReadingDefinition<TarotChatInput> = {
  kind: 'tarot-chat',
  domain: 'tarot',
  input: tarotChatInput,
  plan: planTarotChat,
  sections: [chat],
  guide: tarotGuide,
  facts: shownTarotFacts,
  example: {
    cards: [{ name: 'the-tower', reversed: false }],
    messages: [{ role: 'user', content: 'What is falling down?' }],
    locale: 'en',
  },
  composition: { facts: tarotFacts, topics: ['tarot'] },
};
