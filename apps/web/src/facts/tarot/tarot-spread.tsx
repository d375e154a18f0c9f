import type { Locale } from '../../server/catalogue.js';
import type { Facts } from '../../server/reading-events.js';
import { TermList } from '../../glossary/glossary.js';
import { FACTS_TEXTS } from '../../texts/facts-texts.js';
import { list, record, text } from '../shapes.js';
import { CARD_HEIGHT, CARD_WIDTH, CardFace } from './card-face.js';
import { type Seat, seatsOf } from './spread-layout.js';

interface SpreadProps {
  readonly facts: Facts;
  readonly locale: Locale;
}

const MARGIN = 24;
/** Cards in one row have the names of their positions below them, larger spreads have numbers. */
const MAX_IN_ROW = 3;
/** Delay between turning over two cards. */
const FLIP_DELAY_MS = 220;

/** Draws the cards as laid, reversed ones upside down, and lists their names by position. */
export function TarotSpread({ facts, locale }: SpreadProps) {
  const texts = FACTS_TEXTS[locale];
  const spread = record(facts['spread']);
  const cards = list(facts['cards']).map((card) => ({
    id: text(card['id']),
    name: text(card['name']),
    position: text(card['position']),
    isReversed: card['reversed'] === true,
  }));
  const seats = seatsOf(text(spread['id']), text(facts['celticCrossOrder']), cards.length);
  const orientation = ({ isReversed }: { readonly isReversed: boolean }) =>
    isReversed ? texts.reversed : texts.upright;
  const describe = ({ position, name, isReversed }: (typeof cards)[number]) =>
    `${position ? `${position}: ` : ''}${name} (${orientation({ isReversed })})`;
  const title = text(spread['name']) || texts.cards;
  return (
    <figure class={`tarot cards-${cards.length}`}>
      <figcaption>{title}</figcaption>
      <svg viewBox={viewBox(seats)} role="img" aria-label={`${title}: ${cards.map(describe).join(', ')}`} data-picture>
        {cards.map(({ id, name, isReversed }, at) => {
          const { x = 0, y = 0, turn = 0 } = seats[at] ?? {};
          return (
            <g
              data-card={id}
              data-reversed={isReversed || undefined}
              transform={`translate(${x} ${y}) rotate(${turn + (isReversed ? 180 : 0)})`}
            >
              <g class="flip" style={{ animationDelay: `${at * FLIP_DELAY_MS}ms` }}>
                <CardFace {...{ id, name, isReversed }} />
              </g>
            </g>
          );
        })}
        {seats.map((place, at) =>
          cards.length > MAX_IN_ROW ? (
            <Badge place={place} number={at + 1} />
          ) : (
            <text class="position" x={place.x} y={CARD_HEIGHT / 2 + 14}>
              {cards[at]?.position}
            </text>
          ),
        )}
      </svg>
      <ol class="cards">
        {cards.map((card) => (
          <li>
            {card.position && <small>{card.position}: </small>}
            {card.name} <small>({orientation(card)})</small>
          </li>
        ))}
      </ol>
      <TermList ids={[cards.some(({ isReversed }) => isReversed) && 'reversed']} locale={locale} />
    </figure>
  );
}

/** Draws the number of a position at a visible corner of its card. */
function Badge({ place: { x, y, turn }, number }: { readonly place: Seat; readonly number: number }) {
  const [dx, dy] =
    turn === 0 ? [-CARD_WIDTH / 2 - 6, -CARD_HEIGHT / 2 - 6] : [CARD_HEIGHT / 2 + 6, -CARD_WIDTH / 2 - 6];
  return (
    <g class="badge" transform={`translate(${x + dx + (turn === 0 ? 4 : -4)} ${y + dy + 4})`}>
      <circle r={13} />
      <text>{number}</text>
    </g>
  );
}

function viewBox(seats: readonly Seat[]): string {
  const half = ({ turn }: Seat) => (turn === 0 ? [CARD_WIDTH / 2, CARD_HEIGHT / 2] : [CARD_HEIGHT / 2, CARD_WIDTH / 2]);
  const edges = seats.map((one) => {
    const [width = 0, height = 0] = half(one);
    return { left: one.x - width, right: one.x + width, top: one.y - height, bottom: one.y + height };
  });
  const left = Math.min(...edges.map((edge) => edge.left)) - MARGIN;
  const top = Math.min(...edges.map((edge) => edge.top)) - MARGIN;
  const right = Math.max(...edges.map((edge) => edge.right)) + MARGIN;
  const bottom = Math.max(...edges.map((edge) => edge.bottom)) + MARGIN;
  return `${left} ${top} ${right - left} ${bottom - top}`;
}
