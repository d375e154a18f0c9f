import type { KindGuide } from '../reading-definition.js';

export const destinyGuide: KindGuide = {
  recognised: [],
  rules: [
    'Call pillars, ten gods, signs and houses by the names under "Computed"; name none that is not there.',
    '"leftOut" lists what could not be computed: never guess it, and where it matters say in half a sentence that it is missing. "assumed" lists what was supposed instead: where a statement rests on it, say so.',
    'Saju and the western chart are two languages for one person. Read each by its own terms and say where they agree; do not translate one into the other.',
    'A chart has no good or bad pillars, elements or placements. Lacking an element is a habit to build, not a defect; strength and weakness of the day master are manners, not merits.',
    'Luck pillars and transits describe the weather of a time. Name the years the facts give and no others.',
  ],
  ask: { ko: '제 사주와 출생 차트를 읽어 주세요.', en: 'Please read my birth chart.' },
};
