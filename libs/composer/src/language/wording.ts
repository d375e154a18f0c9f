import type { Leads, Phrases } from '../plans/section-plan.js';
import { type Slots, fillPhrase, isFillable, slotsOf } from './fill-phrase.js';
import { capitalised, type Locale, pick } from '@app/text';

/** A full stop after a quotation that already ends with "?" or "!". */
const DOUBLE_STOP = /([?!])”\.(?=\s|$)/g;

/** Chooses and fills the phrases of one section. The same seed gives the same choices. */
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

  /** Chooses among the fillable phrases with the most slots; empty when no phrase is fillable. */
  phrase(phrases: Phrases, more: Slots = {}): string {
    const slots = withCapitals({ ...this.slots, ...more });
    const usable = phrases[this.locale].filter((phrase) => isFillable(phrase, slots));
    const most = Math.max(0, ...usable.map((phrase) => slotsOf(phrase).length));
    const chosen = pick(
      usable.filter((phrase) => slotsOf(phrase).length === most),
      this.seed + this.#turn++,
    );
    return chosen === undefined ? '' : this.#sentenceCase(fillPhrase(chosen, slots));
  }

  /**
   * The lead for item `index` of `total`. Neighbouring items get different phrases if there are enough alternatives.
   */
  lead({ only, first, next, last }: Leads, slots: Slots, index: number, total: number): string {
    const placed = total === 1 ? only : index === 0 ? first : index === total - 1 ? last : undefined;
    return this.phrase(placed ?? next, slots);
  }

  #sentenceCase(text: string): string {
    return this.locale === 'en' ? capitalised(text).replaceAll(DOUBLE_STOP, '$1”') : text;
  }
}

/** Adds a capitalised variant of each slot, `{Name}` for `{name}`, for the beginning of a sentence. */
function withCapitals(slots: Slots): Slots {
  const capitals = Object.entries(slots).map(([slot, text]) => [capitalised(slot), capitalised(text)]);
  return { ...Object.fromEntries(capitals), ...slots };
}
