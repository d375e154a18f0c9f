import { GLYPHS } from './glyphs.js';

/** Usual abbreviations of the chart axes, which have no glyph. */
const AXES: Readonly<Record<string, string>> = { ascendant: 'AC', midheaven: 'MC' };

/** A sign, body or axis as a small drawing within text; its name stands beside it. Nothing for other names. */
export function Glyph({ name }: { readonly name: string }) {
  if (AXES[name]) return <b class="inline-axis">{AXES[name]}</b>;
  if (GLYPHS[name] === undefined) return null;
  return (
    <svg class="inline-glyph" viewBox="-1 -1 22 22" aria-hidden="true">
      <path class="glyph" d={GLYPHS[name]} />
    </svg>
  );
}
