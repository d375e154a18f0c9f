import type { KindGuide } from '../reading-definition.js';

export const compatibilityGuide: KindGuide = {
  recognised: [],
  rules: [
    'Two persons are compared: call them by the names under "people" and never exchange them. `relationship` says what they are to each other; do not turn friends or colleagues into a couple.',
    'Speak only of relations and aspects listed under "Computed", with their characters and planets. `tone` says whether one joins or disturbs.',
    'There is no score and no verdict: never say that two people should stay together, part or marry. A clash is a difference to live with, a combination is no promise.',
    'Judge neither person; whatever is asked of one is asked of the other too.',
    '"leftOut" and "assumed" belong to the person they name; where a statement rests on an assumption, say so.',
  ],
  ask: { ko: '두 사람의 궁합을 읽어 주세요.', en: 'Please read how the two of us fit.' },
};
