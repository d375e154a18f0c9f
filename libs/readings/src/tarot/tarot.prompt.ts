import type { KindGuide } from '../reading-definition.js';

export const tarotGuide: KindGuide = {
  recognised: [],
  rules: [
    'The cards under "Computed" are all that lie on the table; speak of no other card. Call them by the names given there.',
    'The position decides what a card speaks of. A reversed card is the same theme turned inward, held back or overdue; it is not the opposite and not a bad sign.',
    'No card is a verdict: Death, the Tower, the Devil and the swords speak of changes and tensions, never of disasters to come.',
    'Describe what the picture shows where it carries the meaning; do not describe every card.',
  ],
  ask: { ko: '제 카드를 읽어 주세요.', en: 'Please read my cards.' },
};
