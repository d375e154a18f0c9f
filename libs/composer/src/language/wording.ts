import type { Leads, Phrases } from '../plans/section-plan.js';
import { type Slots, fillPhrase, isFillable, slotsOf } from './fill-phrase.js';
import { type Locale, pick } from '@app/text';

/** A quotation that asks ends the sentence by itself. */
const DOUBLE_STOP = /([?!])”\.(?=\s|$)/g;

/** Chooses and fills phrases for one section: differently from reading to reading, alike for the same one. */
export class Wording {
  #turn = 0;

  constructor(
    private readonly locale: Locale,
    private readonly seed: number,
    private readonly slots: Slots,
  ) {}

  knows(slot: string): boolean {
    return (this.slots[slot] ?? '') !== '';
  }

  /** One of the phrases whose slots are all known, of those that say most; and the slots it used. No text when none is. */
  phrase(phrases: Phrases, more: Slots = {}): { readonly text: string; readonly slots: readonly string[] } {
    const slots = withCapitals({ ...this.slots, ...more });
    const usable = phrases[this.locale].filter((phrase) => isFillable(phrase, slots));
    const most = Math.max(0, ...usable.map((phrase) => slotsOf(phrase).length));
    const chosen = pick(
      usable.filter((phrase) => slotsOf(phrase).length === most),
      this.seed + this.#turn++,
    );
    if (chosen === undefined) return { text: '', slots: [] };
    return { text: this.#sentenceCase(fillPhrase(chosen, slots)), slots: slotsOf(chosen) };
  }

  /** What is said before the one at this place of so many. Neighbours get different phrases while there are enough. */
  lead({ only, first, next, last }: Leads, slots: Slots, index: number, total: number): string {
    const placed = total === 1 ? only : index === 0 ? first : index === total - 1 ? last : undefined;
    return this.phrase(placed ?? next, slots).text;
  }

  #sentenceCase(text: string): string {
    return this.locale === 'en' ? capitalised(text).replaceAll(DOUBLE_STOP, '$1”') : text;
  }
}

/** `{Name}` is `{name}` at the start of a sentence. */
function withCapitals(slots: Slots): Slots {
  const capitals = Object.entries(slots).map(([slot, text]) => [capitalised(slot), capitalised(text)]);
  return { ...Object.fromEntries(capitals), ...slots };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
