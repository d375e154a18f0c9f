import type { FactsTexts } from '../../texts/facts-texts.js';
import { ELEMENTS } from './characters.js';

/** The colours of the five elements; with `hasVoid`, also the frame of a void branch. */
export const ElementLegend = ({
  texts,
  hasVoid = false,
}: {
  readonly texts: FactsTexts;
  readonly hasVoid?: boolean;
}) => (
  <p class="wheel-legend quiet">
    {ELEMENTS.map((element) => (
      <span>
        <i class={`dot el-${element}`} aria-hidden="true" />
        {texts.elementNames[element]}
      </span>
    ))}
    {hasVoid && <span>┄ {texts.void}</span>}
  </p>
);
