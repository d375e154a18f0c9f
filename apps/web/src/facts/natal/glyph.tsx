import { GLYPHS } from './glyphs.js';

/** A sign or body as a small line drawing within text; its name stands beside it. Nothing for other names. */
export const Glyph = ({ name }: { readonly name: string }) =>
  GLYPHS[name] === undefined ? null : (
    <svg class="inline-glyph" viewBox="-1 -1 22 22" aria-hidden="true">
      <path class="glyph" d={GLYPHS[name]} />
    </svg>
  );
