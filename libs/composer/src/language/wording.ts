import type { Leads, Phrases } from '../plans/section-plan.js';
import { type Slots, fillPhrase, isFillable, slotsOf } from './fill-phrase.js';
import { type Locale, pick } from '@app/text';

/** A quoted question already ends the sentence. */
const DOUBLE_STOP = /([?!])”\.(?=\s|$)/g;

/** Chooses and fills phrases for one section. The choice varies with the seed and is the same for the same seed. */
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

  /** One of the fillable phrases with the most slots, and the slots it used; empty text when none is fillable. */
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

  /** The lead for item `index` of a list. Neighbouring items get different phrases while there are enough. */
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
