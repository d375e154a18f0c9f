import { cleanText } from '../language/clean-text.js';
import { hasQuestion } from '../language/asked.js';
import type { Remark } from '../draft.js';
import type { Slots } from '../language/fill-phrase.js';
import { Wording } from '../language/wording.js';
import type { Phrases, TurnPhrases } from '../plans/section-plan.js';
import type { SectionBrief } from '../section-brief.js';
import { type Locale, splitSentences, stableHash } from '@app/text';
import { dialogueActOf } from './dialogue-act.js';
import { Memory } from './memory.js';

const MAX_QUOTED = { ko: 60, en: 130 } as const;

export interface TurnAnswer {
  /** Remarks that precede all quotations; empty when the question is answered from passages alone. */
  readonly opening: readonly Remark[];
  /** When true, the opening is the whole answer and no passages are quoted. */
  readonly isComplete: boolean;
}

/** Chooses the opening of an answer by the type of the user's message (thanks, correction, question …). */
export function answerTurn(brief: SectionBrief, phrases: TurnPhrases): TurnAnswer {
  const { question, history = [], locale } = brief;
  const memory = new Memory(history, question, locale);
  const say = (text: Phrases, slots: Slots = {}): readonly Remark[] => {
    const wording = new Wording(locale, stableHash(question), slots);
    return [{ paragraph: -1, rank: 0, lead: wording.phrase(text), keepLead: true, body: '' }];
  };
  const { correction } = memory;
  const isQuestion = hasQuestion(question, locale) || history.length === 0;
  const act = dialogueActOf(question, isQuestion);
  switch (act === 'statement' && memory.isCorrected ? 'correction' : act) {
    case 'thanks':
      return { opening: say(phrases.thanks), isComplete: true };
    case 'recall': {
      const said = memory
        .recall(question)
        .map((each) => quote(each, locale))
        .join(', ');
      return { opening: say(said === '' ? phrases.nothingSaid : phrases.recall, { said }), isComplete: true };
    }
    case 'correction':
      return { opening: say(phrases.correction, { right: correction?.to ?? '' }), isComplete: true };
    case 'disagreement':
      return { opening: say(phrases.disagreement, { right: correction?.to ?? '' }), isComplete: true };
    case 'statement':
      return {
        opening: say(phrases.statement, { said: weightiest(memory.corrected(question), locale) }),
        isComplete: false,
      };
    default:
      return { opening: [], isComplete: false };
  }
}

const quote = (sentence: string, locale: Locale): string => (locale === 'ko' ? `‘${sentence}’` : `“${sentence}”`);

/** The user's longest sentence that is short enough to be quoted; empty when there is none. */
function weightiest(text: string, locale: Locale): string {
  const fitting = splitSentences(cleanText(text))
    .map((sentence) => sentence.replaceAll(/["“”‘«»{}]/gu, '').replace(/[.。!…~\s]+$/u, ''))
    .filter((sentence) => sentence.length <= MAX_QUOTED[locale]);
  return fitting.toSorted((left, right) => right.length - left.length)[0] ?? '';
}
