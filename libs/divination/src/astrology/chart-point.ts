import { BODIES, BODY_NAMES, type Body } from './body.js';

export const ANGLES = ['ascendant', 'midheaven'] as const;
/** Points of the Moon's orbit: mean ascending node, osculating ascending node and mean apogee. */
export const LUNAR_POINTS = ['meanNode', 'trueNode', 'lilith'] as const;

export type Angle = (typeof ANGLES)[number];
export type LunarPoint = (typeof LUNAR_POINTS)[number];
/** A point of a chart that has an ecliptic longitude. */
export type ChartPoint = Body | Angle | LunarPoint;

export const CHART_POINTS = [...BODIES, ...ANGLES, ...LUNAR_POINTS] as const;

export const POINT_NAMES: Readonly<Record<ChartPoint, { readonly ko: string; readonly en: string }>> = {
  ...BODY_NAMES,
  ascendant: { ko: '상승점', en: 'Ascendant' },
  midheaven: { ko: '중천점', en: 'Midheaven' },
  meanNode: { ko: '평균 북교점', en: 'mean North Node' },
  trueNode: { ko: '북교점', en: 'North Node' },
  lilith: { ko: '릴리스', en: 'Lilith' },
};
