import type { Locale } from '@app/text';
import type { CompatibilityFacts } from './compatibility-facts.js';

/** Weights as in the order of the facts: the day pillars stand for the persons. */
const PILLAR_WEIGHTS = { day: 4, month: 2, year: 1, hour: 1 } as const;
const ASPECT_WEIGHT = 2;
/** Weight of one day master that feeds or controls the other. */
const BOND_WEIGHT = 3;
/** Share of harmony from which two charts go well together, and below which they need much adjusting. */
const WELL = 0.6;
const HARD = 0.35;

const VERDICTS = {
  well: {
    ko: '두 사람은 잘 맞는 편이며, 서로 잇는 점이 부딪치는 점보다 뚜렷합니다.',
    en: 'these two go well together, as more joins them than sets them apart.',
  },
  care: {
    ko: '조심하며 맞추어 가면 되는 사이로, 서로 잇는 점과 부딪치는 점이 비슷합니다.',
    en: 'these two go well if they take care, as what joins and what rubs are about even.',
  },
  hard: {
    ko: '쉬운 사이는 아니어서 약속을 미리 정해 두어야 하며, 부딪치는 점이 잇는 점보다 뚜렷합니다.',
    en: 'this takes effort, as more rubs than joins, so clear agreements have to come first.',
  },
} as const;

/** The answer to whether two charts go together, with its reason. */
export function verdictOf({ pair, synastry }: CompatibilityFacts, locale: Locale): string {
  const weighed = [
    ...(pair?.relations ?? []).map(({ tone, first, second }) => ({
      tone,
      weight: PILLAR_WEIGHTS[first] + PILLAR_WEIGHTS[second],
    })),
    ...(synastry?.aspects ?? []).map(({ tone }) => ({ tone, weight: ASPECT_WEIGHT })),
    ...bondWeight(pair?.dayMasters.flow),
  ];
  const of = (wanted: string) => weighed.reduce((sum, { tone, weight }) => sum + (tone === wanted ? weight : 0), 0);
  const [harmony, tension] = [of('harmony'), of('tension')];
  const share = harmony + tension === 0 ? 0.5 : harmony / (harmony + tension);
  return VERDICTS[share >= WELL ? 'well' : share < HARD ? 'hard' : 'care'][locale];
}

function bondWeight(flow = 'same'): readonly { readonly tone: string; readonly weight: number }[] {
  if (flow === 'same') return [];
  return [{ tone: flow.includes('Feeds') ? 'harmony' : 'tension', weight: BOND_WEIGHT }];
}
