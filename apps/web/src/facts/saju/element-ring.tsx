import type { FactsTexts } from '../../texts/facts-texts.js';
import { ELEMENTS } from './characters.js';

interface RingProps {
  readonly shares: Readonly<Record<string, number>>;
  readonly dayMaster: string;
  readonly texts: FactsTexts;
}

const RADIUS = 40;
const LENGTH = 2 * Math.PI * RADIUS;
/** Gap between two arcs, in units of the drawing. */
const GAP = 1.5;

/** Draws the shares of the five elements as a ring with a legend. */
export function ElementRing({ shares, dayMaster, texts }: RingProps) {
  const names = [...ELEMENTS, ...Object.keys(shares).filter((name) => !ELEMENTS.some((each) => each === name))];
  const known = names.filter((name) => shares[name] !== undefined);
  const total = known.reduce((sum, name) => sum + (shares[name] ?? 0), 0);
  if (total <= 0) return null;
  const percent = (name: string) => Math.round(((shares[name] ?? 0) / total) * 100);
  const label = (name: string) => `${texts.elementNames[name] ?? name} ${percent(name)}%`;
  let from = 0;
  return (
    <div class="element-ring">
      <svg viewBox="-52 -52 104 104" role="img" aria-label={`${texts.elements}: ${known.map(label).join(', ')}`}>
        {known.map((name) => {
          const length = ((shares[name] ?? 0) / total) * LENGTH;
          const start = from;
          from += length;
          return (
            <circle
              class={`arc el-${name}`}
              r={RADIUS}
              data-share={name}
              stroke-dasharray={`${Math.max(length - GAP, 0)} ${LENGTH}`}
              stroke-dashoffset={-start}
              transform="rotate(-90)"
            />
          );
        })}
        <text class="hanja" y={2}>
          {dayMaster}
        </text>
      </svg>
      <ul aria-hidden="true">
        {known.map((name) => (
          <li>
            <span class={`dot el-${name}`} />
            {label(name)}
          </li>
        ))}
      </ul>
    </div>
  );
}
