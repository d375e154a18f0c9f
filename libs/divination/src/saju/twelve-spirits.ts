export const TWELVE_SPIRITS = [
  'robbery',
  'disaster',
  'heavenKiller',
  'earthKiller',
  'peachBlossom',
  'moonKiller',
  'lostSpirit',
  'general',
  'saddle',
  'travellingHorse',
  'sixHarm',
  'canopy',
] as const;
export type TwelveSpirit = (typeof TWELVE_SPIRITS)[number];

export const TWELVE_SPIRIT_NAMES: Readonly<Record<TwelveSpirit, { readonly ko: string; readonly en: string }>> = {
  robbery: { ko: '겁살(劫殺)', en: 'Robbery (劫殺)' },
  disaster: { ko: '재살(災殺)', en: 'Disaster (災殺)' },
  heavenKiller: { ko: '천살(天殺)', en: 'Heaven’s Killer (天殺)' },
  earthKiller: { ko: '지살(地殺)', en: 'Earth’s Killer (地殺)' },
  peachBlossom: { ko: '연살·도화(年殺·桃花)', en: 'Peach Blossom (桃花)' },
  moonKiller: { ko: '월살(月殺)', en: 'Moon’s Killer (月殺)' },
  lostSpirit: { ko: '망신살(亡身殺)', en: 'Lost Spirit (亡身殺)' },
  general: { ko: '장성살(將星殺)', en: 'General’s Star (將星)' },
  saddle: { ko: '반안살(攀鞍殺)', en: 'Saddle (攀鞍)' },
  travellingHorse: { ko: '역마살(驛馬殺)', en: 'Travelling Horse (驛馬)' },
  sixHarm: { ko: '육해살(六害殺)', en: 'Six Harms (六害)' },
  canopy: { ko: '화개살(華蓋殺)', en: 'Canopy (華蓋)' },
};

/**
 * 12신살(十二神殺): counted from the branch after the grave of the base branch's triple combination. For 寅午戌, 겁살 is in 亥 and
 * 화개 in 戌 (三命通會 卷三, 論劫煞亡神 and 論驛馬).
 * @param base the branch of the year or of the day; schools differ
 */
export function twelveSpirit(base: number, branch: number): TwelveSpirit {
  // Branches four apart form a triple combination: 申子辰, 巳酉丑, 寅午戌, 亥卯未. Their graves are 辰, 丑, 戌, 未.
  const grave = [4, 1, 10, 7][base % 4] ?? 0;
  return TWELVE_SPIRITS[(branch - grave - 1 + 24) % 12] ?? 'robbery';
}
