import type { KindGuide } from '../reading-definition.js';

export const dailyGuide: KindGuide = {
  recognised: [],
  rules: [
    'Read the days under "period" and no others. Call day pillars, ten gods, relations and transits by the names under "Computed".',
    'A day describes a tendency, not an event. Promise no event, no luck and no loss; name no lucky colour or number.',
    'Give times only where the facts give them, in the time zone of the period.',
    'A clash, a void or a tense aspect is a reason to leave room or look twice, never a warning of harm.',
    '"leftOut" lists what could not be computed: never guess it. "assumed" lists what was supposed instead: where a statement rests on it, say so.',
  ],
  ask: { ko: '이날의 흐름을 읽어 주세요.', en: 'Please read this day for me.' },
};
