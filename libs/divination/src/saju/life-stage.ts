import { stemAt } from './stem.js';

export const LIFE_STAGES = [
  'birth',
  'bath',
  'youth',
  'prosperity',
  'peak',
  'decline',
  'sickness',
  'death',
  'grave',
  'extinction',
  'conception',
  'nurture',
] as const;
export type LifeStage = (typeof LIFE_STAGES)[number];

export const LIFE_STAGE_NAMES: Readonly<Record<LifeStage, { readonly ko: string; readonly en: string }>> = {
  birth: { ko: '장생(長生)', en: 'Birth (長生)' },
  bath: { ko: '목욕(沐浴)', en: 'Bath (沐浴)' },
  youth: { ko: '관대(冠帶)', en: 'Youth (冠帶)' },
  prosperity: { ko: '건록(建祿)', en: 'Prosperity (建祿)' },
  peak: { ko: '제왕(帝旺)', en: 'Peak (帝旺)' },
  decline: { ko: '쇠(衰)', en: 'Decline (衰)' },
  sickness: { ko: '병(病)', en: 'Sickness (病)' },
  death: { ko: '사(死)', en: 'Death (死)' },
  grave: { ko: '묘(墓)', en: 'Grave (墓)' },
  extinction: { ko: '절(絶)', en: 'Extinction (絶)' },
  conception: { ko: '태(胎)', en: 'Conception (胎)' },
  nurture: { ko: '양(養)', en: 'Nurture (養)' },
};

/** Index of the branch in which each stem has its stage of birth (장생); 戊己 share those of 丙丁 (火土同法). */
const BORN_IN = [11, 6, 2, 9, 2, 9, 5, 0, 8, 3];

/**
 * 12운성(十二運星): the life stage of a stem in a branch, counted from its stage of birth, forward for yang stems and
 * backward for yin stems (陽順陰逆; 淵海子平, 論天干生旺死絶).
 */
export function lifeStage(stem: number, branch: number): LifeStage {
  const steps = branch - (BORN_IN[stem] ?? 0);
  const along = stemAt(stem).polarity === 'yang' ? steps : -steps;
  return LIFE_STAGES[((along % 12) + 12) % 12] ?? 'birth';
}
