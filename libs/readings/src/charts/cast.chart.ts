import { ichingInput } from '../iching/iching.input.js';
import { ichingPlanFacts } from '../iching/plan-iching.js';
import type { IchingInput } from '../iching/iching.input.js';
import { type TarotInput, tarotInput } from '../tarot/tarot.input.js';
import { tarotPlanFacts } from '../tarot/plan-tarot.js';
import type { ChartDefinition } from './chart-definition.js';

export const ichingChartDefinition: ChartDefinition<IchingInput> = {
  kind: 'iching',
  input: ichingInput,
  compute: (input, { nowMs }) => ichingPlanFacts(input, nowMs),
  example: { hexagram: 11, changing: [2], sixLines: true, locale: 'en' },
};

export const tarotChartDefinition: ChartDefinition<TarotInput> = {
  kind: 'tarot',
  input: tarotInput,
  compute: (input, { linker }) => tarotPlanFacts(input, linker),
  example: { spread: 'three', seed: 1, locale: 'en' },
};
