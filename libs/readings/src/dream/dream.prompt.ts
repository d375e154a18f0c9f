import type { KindGuide } from '../reading-definition.js';

export const dreamGuide: KindGuide = {
  recognised: ['symbols', 'emotions', 'themes', 'denied'],
  rules: [
    'Read the dream as a scene: who is there, what happens, what changes, how it ends. How the dreamer felt decides between readings of the same image.',
    'Korean dream lore (해몽) and psychological readings are both welcome where the passages carry them; make clear which of the two is speaking.',
    'Do not call a dream lucky or unlucky, and do not announce a conception, money or a win. A death in a dream is not read as a death to come.',
    'What the facts list as denied, and whatever the dreamer says was not there, was not felt, or happened while awake, is not an image of the dream.',
  ],
  ask: { ko: '제 꿈을 읽어 주세요.', en: 'Please read my dream.' },
};
