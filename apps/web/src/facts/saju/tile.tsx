import { elementOf } from './characters.js';

interface TileProps {
  readonly character: string;
  readonly size: number;
  readonly y: number;
  /** How the character is read, written below it. */
  readonly reading?: string;
  readonly isVoid?: boolean;
}

/** Minimum font size of a reading, in units of the drawing. */
const MIN_READING = 10.5;

/** Draws a character on the colour of its element. */
export function Tile({ character, size, y, reading = '', isVoid = false }: TileProps) {
  const element = elementOf(character) ?? 'unknown';
  return (
    <g class={`tile el-${element} ${isVoid ? 'void' : ''}`} data-element={element}>
      <rect x={-size / 2} y={y} width={size} height={size} rx={size / 7} />
      <text class="hanja" y={y + size * (reading ? 0.44 : 0.52)} font-size={size * (reading ? 0.54 : 0.62)}>
        {character}
      </text>
      {reading && (
        <text class="hangul" y={y + size * 0.83} font-size={Math.max(MIN_READING, size * 0.19)}>
          {reading}
        </text>
      )}
    </g>
  );
}
