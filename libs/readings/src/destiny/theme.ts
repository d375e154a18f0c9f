import type { Body, TenGod } from '@app/divination';

export const THEMES = ['chat', 'love', 'career', 'wealth', 'health', 'family', 'life_path'] as const;
export type Theme = (typeof THEMES)[number];

export interface ThemeRule {
  readonly names: { readonly ko: string; readonly en: string };
  /** Tags of the built-in knowledge files. */
  readonly tags: readonly string[];
  /** The significator: the body of the birth chart associated with the theme. */
  readonly body: Body;
  /** The ten gods associated with the theme. */
  readonly tenGods: readonly TenGod[];
  /** Focus stated in prompts. */
  readonly focus: string;
}

export const THEME_RULES: Readonly<Record<Theme, ThemeRule>> = {
  chat: {
    names: { ko: '삶', en: 'my life' },
    tags: [],
    body: 'mercury',
    tenGods: [],
    focus: 'what the person asks, or their life as a whole when they ask nothing',
  },
  love: {
    names: { ko: '사랑', en: 'love' },
    tags: ['theme:love', 'theme:relationship'],
    body: 'venus',
    tenGods: ['jeongjae', 'jeonggwan', 'pyeonjae', 'pyeongwan'],
    focus: 'love and close relationships',
  },
  career: {
    names: { ko: '일과 진로', en: 'work and calling' },
    tags: ['theme:career', 'theme:work'],
    body: 'saturn',
    tenGods: ['jeonggwan', 'pyeongwan', 'siksin', 'sanggwan'],
    focus: 'work, career and calling',
  },
  wealth: {
    names: { ko: '재물', en: 'money' },
    tags: ['theme:wealth', 'theme:money'],
    body: 'jupiter',
    tenGods: ['jeongjae', 'pyeonjae', 'siksin'],
    focus: 'how the person handles money and plenty, without any promise of gain',
  },
  health: {
    names: { ko: '몸과 마음을 돌보는 일', en: 'well-being' },
    tags: ['theme:health', 'theme:rest', 'theme:balance'],
    body: 'moon',
    tenGods: ['jeongin', 'siksin'],
    focus: 'rest, rhythm and care of oneself, without any diagnosis or promise of healing',
  },
  family: {
    names: { ko: '가족', en: 'family' },
    tags: ['theme:family', 'theme:home'],
    body: 'moon',
    tenGods: ['jeongin', 'pyeonin', 'bigyeon', 'geopjae'],
    focus: 'family, home and the ties one grew up in',
  },
  life_path: {
    names: { ko: '인생의 방향', en: 'the way ahead' },
    tags: ['theme:identity', 'theme:future', 'theme:fate'],
    body: 'jupiter',
    tenGods: ['jeongin', 'siksin', 'jeonggwan'],
    focus: 'the direction of the person’s life as a whole and what they grow towards',
  },
};
