import { isSameWord, type Locale, splitSentences, wordStems } from '@app/text';
import { hasQuestion } from '../language/asked.js';
import { cleanText } from '../language/clean-text.js';
import type { Correction } from './correction.js';
import { corrected, correctionIn } from './corrections.js';
import { dialogueActOf } from './dialogue-act.js';

/** One turn of a conversation; both sides are sent by the client. */
export interface SpokenTurn {
  readonly speaker: 'person' | 'reader';
  readonly text: string;
}

/** Maximum number of statements repeated to the user. */
const MAX_RECALLED = 5;
const MAX_LENGTH = 160;

/** What the user has said so far, with later corrections applied. */
export class Memory {
  /** The correction in the current message; undefined when it contains none. */
  readonly correction: Correction | undefined;
  readonly #statements: readonly string[];
  readonly #corrections: readonly Correction[];

  constructor(
    private readonly turns: readonly SpokenTurn[],
    current: string,
    private readonly locale: Locale,
  ) {
    const own = turns.filter(({ speaker }) => speaker === 'person').map(({ text }) => text);
    this.correction = correctionIn(current, own);
    const earlier = own.flatMap((text, at) => correctionIn(text, own.slice(0, at)) ?? []);
    this.#corrections = [...earlier, ...(this.correction ? [this.correction] : [])];
    this.#statements = own.flatMap((text, at) => this.#sentences(text, own.slice(0, at)));
  }

  /** Whether the current message replaces something that was said before. */
  get isCorrected(): boolean {
    const { from = '' } = this.correction ?? {};
    return from !== '' && this.turns.some(({ text }) => text.toLowerCase().includes(from.toLowerCase()));
  }

  /** At most `MAX_RECALLED` statements of the user that match a question best; corrected, in their original order. */
  recall(question: string): readonly string[] {
    const asked = wordStems(question);
    const shared = (sentence: string) => {
      const stems = wordStems(sentence);
      return asked.filter((word) => stems.some((stem) => isSameWord(word, stem))).length;
    };
    const best = this.#statements
      .map((sentence, index) => ({
        sentence,
        index,
        score:
          shared(sentence) +
          (HINTS.some((hint) => hint.asks.test(question) && hint.holds.test(sentence)) ? 2 : 0) -
          index * 0.01,
      }))
      .toSorted((left, right) => right.score - left.score)
      .slice(0, MAX_RECALLED);
    return best.toSorted((left, right) => left.index - right.index).map(({ sentence }) => sentence);
  }

  /** Applies the user's corrections to a text. */
  corrected(text: string): string {
    return corrected(text, this.#corrections);
  }

  /** The statements of one message; without corrections, which are applied to earlier statements. */
  #sentences(text: string, earlier: readonly string[]): readonly string[] {
    return splitSentences(cleanText(text))
      .filter((sentence) => sentence.length <= MAX_LENGTH && !hasQuestion(sentence, this.locale))
      .filter((sentence) => isStatement(sentence, earlier))
      .map((sentence) =>
        this.corrected(sentence)
          .replaceAll(/["“”‘’«»]/gu, '')
          .replace(/[.。!…~\s]+$/u, ''),
      )
      .filter((sentence) => /\p{L}{2}/u.test(sentence));
  }
}

/** Whether a sentence says something; a correction does when it replaces nothing that was said before. */
function isStatement(sentence: string, earlier: readonly string[]): boolean {
  const act = dialogueActOf(sentence, false);
  if (act === 'statement') return true;
  if (act !== 'correction') return false;
  const { from = '' } = correctionIn(sentence, earlier) ?? {};
  return from === '' || !earlier.some((text) => text.toLowerCase().includes(from.toLowerCase()));
}

/** `asks` matches a type of question; `holds` matches sentences that can answer it. */
const HINTS: readonly { readonly asks: RegExp; readonly holds: RegExp }[] = [
  {
    asks: /언제|며칠|몇 ?(?:달|년|월|살)|\bwhen\b|\bhow long\b/iu,
    holds:
      /\d|달 전|년 전|지난|작년|올해|[월년일]에|\b(?:ago|last|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|since|years?|months?|weeks?)\b/iu,
  },
  { asks: /어디|\bwhere\b/iu, holds: /[가-힣](?:에서|으로|로|에) |\b(?:in|at|to|from) \p{Lu}/u },
  {
    asks: /이름|누구|\bname|\bwho\b|\bcalled\b/iu,
    holds: /이름|라고 하|키우던|\b(?:name|called|my \w+ \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ here)\b/u,
  },
  {
    asks: /형제|가족|식구|\bfamily|sibling|brother|sister/iu,
    holds: /누나|언니|오빠|형|동생|막내|첫째|둘째|외동|\b(?:brother|sister|only child|youngest|oldest|eldest)/iu,
  },
  {
    asks: /카드|\bcards?\b/iu,
    holds: /카드|정방향|역방향|\b(?:cards?|reversed|upright|of (?:cups|wands|swords|pentacles))\b/iu,
  },
];
