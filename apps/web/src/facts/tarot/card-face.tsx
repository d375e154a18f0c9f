import { cardPicture } from './card-pictures.js';
import { RANKS, cardOf, roman } from './deck.js';
import { MOTIFS } from './motifs.js';

export const CARD_WIDTH = 100;
export const CARD_HEIGHT = 172;

interface FaceProps {
  readonly id: string;
  readonly name: string;
  /** Keeps the name upright on a card that lies upside down. */
  readonly isReversed?: boolean;
}

const LAST_NUMBER = RANKS.indexOf('ten') + 1;
/** Signs of page, knight, queen and king. */
const COURT_SIGNS = ['P', 'Kn', 'Q', 'K'];
const rankSign = (rank: number): string => COURT_SIGNS[rank - LAST_NUMBER - 1] ?? roman(rank);
/** Maximum width of a name, in units of the drawing; longer names are condensed. */
const MAX_NAME_UNITS = 80;

/** Draws the face of a card, 100 by 172 units, centred at the origin. Unknown cards show their name. */
export function CardFace({ id, name, isReversed = false }: FaceProps) {
  const card = cardOf(id);
  const suit = card?.type === 'minor' ? card.suit : 'major';
  const numeral = card?.type === 'major' ? roman(card.number) : card ? rankSign(card.rank) : '';
  return (
    <g class={`face suit-${suit}`} transform={`translate(${-CARD_WIDTH / 2} ${-CARD_HEIGHT / 2})`}>
      <rect class="card-paper" width={CARD_WIDTH} height={CARD_HEIGHT} rx={8} />
      <rect class="card-frame" x={5} y={5} width={CARD_WIDTH - 10} height={CARD_HEIGHT - 10} rx={5} />
      <text class="numeral" x={50} y={21}>
        {numeral}
      </text>
      {card &&
        cardPicture(card).map(([motif, x, y, scale = 1, turn = 0]) => (
          <path
            class="motif"
            d={MOTIFS[motif]}
            transform={`translate(${x} ${y}) rotate(${turn}) scale(${scale}) translate(-20 -20)`}
            stroke-width={1.5 / scale}
          />
        ))}
      <rect class="card-strip" x={5} y={147} width={CARD_WIDTH - 10} height={20} />
      <text
        class="card-name"
        x={50}
        y={157.5}
        {...(isReversed && { transform: 'rotate(180 50 157.5)' })}
        {...(estimatedUnits(name) > MAX_NAME_UNITS && NARROW)}
      >
        {name}
      </text>
    </g>
  );
}

const NARROW = { textLength: MAX_NAME_UNITS, lengthAdjust: 'spacingAndGlyphs' } as const;

/** Estimated width of a name at the font size of the style sheet; Hangul letters are about as wide as high. */
const estimatedUnits = (name: string): number =>
  name.split('').reduce((sum, letter) => sum + (letter > '\u1100' ? 10 : 5.4), 0);

/** Draws the back of a card. */
export function CardBack() {
  return (
    <g class="back" transform={`translate(${-CARD_WIDTH / 2} ${-CARD_HEIGHT / 2})`}>
      <rect class="card-back" width={CARD_WIDTH} height={CARD_HEIGHT} rx={8} />
      <rect class="card-frame" x={6} y={6} width={CARD_WIDTH - 12} height={CARD_HEIGHT - 12} rx={5} />
      <path
        class="motif"
        d={MOTIFS.sun}
        transform="translate(50 86) scale(1.6) translate(-20 -20)"
        stroke-width={0.9}
      />
      <path class="motif" d={MOTIFS.moon} transform="translate(50 30) scale(.5) translate(-20 -20)" stroke-width={2} />
      <path
        class="motif"
        d={MOTIFS.moon}
        transform="translate(50 142) rotate(180) scale(.5) translate(-20 -20)"
        stroke-width={2}
      />
    </g>
  );
}
