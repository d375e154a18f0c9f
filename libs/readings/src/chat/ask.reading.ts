import { destinyFacts } from '../destiny/destiny-facts.js';
import { destinyGuide } from '../destiny/destiny.prompt.js';
import { destinyCharts } from '../destiny/destiny-charts.js';
import { planDestiny } from '../destiny/plan-destiny.js';
import { shownDestinyFacts } from '../destiny/destiny.facts.js';
import type { PlanningTools, ReadingDefinition, ReadingPlan, Turn } from '../reading-definition.js';
import { type AskInput, askInput } from './ask.input.js';
import { answer } from './answer.section.js';
import { filterByTradition } from './filter-by-tradition.js';

/** Questions about birth charts. @param now the time for luck pillars and transits */
export const askReadingAt = (now: () => Date): ReadingDefinition<AskInput> => ({
  kind: 'ask',
  domain: 'destiny',
  input: askInput,
  plan: ({ history: turns = [], focus, ...input }: AskInput, tools: PlanningTools): ReadingPlan => {
    const plan = planDestiny(now, (given) => filterByTradition(destinyCharts(given), focus))(input, tools);
    const history = turns.map(turnOf);
    return { ...plan, history, followups: plan.followups.filter((followup) => followup !== plan.question) };
  },
  sections: [answer],
  guide: destinyGuide,
  facts: shownDestinyFacts,
  example: {
    question: 'What should I watch this year?',
    birth: { date: '1990-05-15', time: '14:30', gender: 'female', city: 'Seoul' },
    locale: 'en',
  },
  composition: { facts: destinyFacts, topics: ['saju', 'astrology'] },
});

const turnOf = ({ role, content }: NonNullable<AskInput['history']>[number]): Turn => ({
  speaker: role === 'user' ? 'person' : 'reader',
  text: content,
});

export const askReading = askReadingAt(() => new Date());
