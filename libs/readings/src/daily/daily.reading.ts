import type { ReadingDefinition } from '../reading-definition.js';
import { shownDailyFacts } from './daily.facts.js';
import { dailyWords } from './daily-words.js';
import { type DailyInput, dailyInput } from './daily.input.js';
import { dailyGuide } from './daily.prompt.js';
import { flow } from './flow.section.js';
import { planDaily } from './plan-daily.js';
import { sky } from './sky.section.js';
import { tip } from './tip.section.js';

/** @param clock returns the time that decides which day is today */
export const dailyReadingAt = (clock: () => Date): ReadingDefinition<DailyInput> => ({
  kind: 'daily',
  domain: 'destiny',
  input: dailyInput,
  plan: planDaily(clock),
  planTtlMs: 60_000,
  sections: [flow, sky, tip],
  guide: dailyGuide,
  facts: shownDailyFacts,
  example: { birth: { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' }, locale: 'en' },
  composition: { facts: dailyWords, topics: ['daily', 'saju', 'astrology'] },
});

export const dailyReading = dailyReadingAt(() => new Date());
