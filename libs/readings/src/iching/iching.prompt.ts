import type { KindGuide } from '../reading-definition.js';

export const ichingGuide: KindGuide = {
  recognised: [],
  rules: [
    'Call hexagrams and trigrams by the names and numbers under "Computed". Lines are counted from the bottom up.',
    'The primary hexagram is the moment the question stands in; the changing lines are where it moves; the resulting hexagram is where that movement tends, not a second answer. Without changing lines the primary hexagram stands for itself.',
    'Where "consult" is given, only the texts it lists decide, the chief one first. "sixLines" (육효) are further facts for who asks about them; explain a term when you use it.',
    'Give the old texts in today’s words: say what their picture asks of someone in this situation. Good fortune and misfortune in them are advice about timing and conduct, not forecasts.',
  ],
  ask: { ko: '제가 얻은 괘를 읽어 주세요.', en: 'Please read the hexagram I have cast.' },
};
