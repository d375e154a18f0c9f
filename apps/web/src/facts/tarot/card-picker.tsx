import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../server/catalogue.js';
import { TEXTS } from '../../texts/page-texts.js';
import { CARD_HEIGHT, CARD_WIDTH, CardBack } from './card-face.js';
import { DECK } from './deck.js';

/** A card in the form that the server accepts. */
export interface PickedCard {
  readonly id: string;
  readonly reversed: boolean;
}

interface PickerProps {
  readonly count: number;
  readonly hasReversals: boolean;
  readonly locale: Locale;
  readonly picked: readonly PickedCard[];
  readonly onPick: (picked: readonly PickedCard[]) => void;
}

/** Cards in each row of the fan. */
const ROW = DECK.length / 2;

/** Every card once, in random order; with reversals, each card is reversed with probability ½. */
function shuffled(hasReversals: boolean): readonly PickedCard[] {
  const deck = [...DECK];
  for (let at = deck.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [deck[at], deck[other]] = [deck[other] ?? '', deck[at] ?? ''];
  }
  return deck.map((id) => ({ id, reversed: hasReversals && below(2) === 1 }));
}

/**
 * A uniformly distributed random integer from 0 to `limit` − 1. Draws above the largest multiple of `limit` are
 * repeated, because they would favour low numbers.
 */
function below(limit: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn < 2 ** 32 - (2 ** 32 % limit) ? drawn % limit : below(limit);
}

/**
 * Shows the deck as a fan of two rows from which cards are selected; on narrow screens as one row, which scrolls. The fan
 * is one tab stop: arrow keys move, Enter and Space select.
 */
export function CardPicker({ count, hasReversals, locale, picked, onPick }: PickerProps) {
  const texts = TEXTS[locale].draw;
  const [deck, setDeck] = useState(() => shuffled(hasReversals));
  const [current, setCurrent] = useState(Math.floor(DECK.length / 2));
  const fan = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Show the middle of the deck where the fan is wider than the screen.
    if (fan.current) fan.current.scrollLeft = (fan.current.scrollWidth - fan.current.clientWidth) / 2;
  }, []);
  if (count === 0) return null;
  const isPicked = (card: PickedCard) => picked.some(({ id }) => id === card.id);
  const pick = (card: PickedCard) => {
    if (isPicked(card)) onPick(picked.filter(({ id }) => id !== card.id));
    else if (picked.length < count) onPick([...picked, card]);
  };
  const pickAny = () => {
    const left = deck.filter((card) => !isPicked(card));
    const card = left[below(left.length)];
    if (card) pick(card);
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(deck.length - 1, to));
    setCurrent(next);
    fan.current?.querySelectorAll('button')[next]?.focus();
  };
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 6, ArrowDown: -6 };
  return (
    <fieldset class="picker">
      <legend>{texts.lead(count)}</legend>
      <div
        class="fan"
        role="group"
        aria-label={texts.deck}
        ref={fan}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step === undefined) return;
          event.preventDefault();
          move(current + step);
        }}
      >
        {deck.map((card, at) => (
          <button
            type="button"
            tabIndex={at === current ? 0 : -1}
            aria-label={texts.back(at + 1)}
            aria-pressed={isPicked(card)}
            style={{ '--place': (((at % ROW) / (ROW - 1)) * 2 - 1).toFixed(4), '--row': Math.floor(at / ROW) }}
            onFocus={() => setCurrent(at)}
            onClick={() => pick(card)}
          >
            <svg viewBox={`${-CARD_WIDTH / 2} ${-CARD_HEIGHT / 2} ${CARD_WIDTH} ${CARD_HEIGHT}`} aria-hidden="true">
              <CardBack />
            </svg>
            {isPicked(card) && <b class="order">{picked.findIndex(({ id }) => id === card.id) + 1}</b>}
          </button>
        ))}
      </div>
      <p class="quiet swipe" aria-hidden="true">
        {texts.swipe}
      </p>
      <p class="quiet actions">
        <span role="status">{texts.chosen(picked.length, count)}</span>
        {picked.length < count && (
          <button type="button" class="small" onClick={pickAny}>
            {texts.any}
          </button>
        )}
        {picked.length > 0 && (
          <button
            type="button"
            class="small"
            onClick={() => {
              onPick([]);
              setDeck(shuffled(hasReversals));
              move(current);
            }}
          >
            {texts.reset}
          </button>
        )}
      </p>
    </fieldset>
  );
}
