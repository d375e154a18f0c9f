import type { DestinyCharts } from './destiny-charts.js';
import { tenGodsIn } from './destiny-subjects.js';
import {
  type AstroChart,
  dayMasterStrength,
  elementCounts,
  excessElements,
  lackingElements,
  type SajuChart,
  stemAt,
} from '@app/divination';

/** Tags of the charts, without duplicates. */
export function destinyTags({ saju, astrology }: DestinyCharts): readonly string[] {
  const tags = ['kind:destiny', ...(saju ? sajuTags(saju) : []), ...(astrology ? astrologyTags(astrology) : [])];
  return [...new Set(tags)];
}

function sajuTags({ pillars }: SajuChart): readonly string[] {
  const { slug, element } = stemAt(pillars.day.stem);
  const counts = elementCounts(pillars);
  return [
    `daymaster:${slug}`,
    `strength:${dayMasterStrength(pillars).strength}`,
    `element:${element}`,
    ...lackingElements(counts).map((each) => `lacking:${each}`),
    ...excessElements(counts).map((each) => `excess:${each}`),
    ...tenGodsIn(pillars).map((god) => `tengod:${god}`),
  ];
}

function astrologyTags({ bodies, ascendant }: AstroChart): readonly string[] {
  return [
    ...(bodies.sun ? [`sign:${bodies.sun.sign}`] : []),
    ...(bodies.moon ? [`moon:${bodies.moon.sign}`] : []),
    ...(ascendant ? [`ascendant:${ascendant.sign}`] : []),
  ];
}
