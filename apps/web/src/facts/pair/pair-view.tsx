import type { Locale } from '../../server/catalogue.js';
import { FACTS_TEXTS, type FactsTexts } from '../../texts/facts-texts.js';
import { TermList } from '../../glossary/glossary.js';
import { Glyph } from '../natal/glyph.js';
import { ElementLegend } from '../saju/element-legend.js';
import { relationTerms } from '../relation-terms.js';
import { MAX_LINES, PairPicture, relationText } from './pair-picture.js';
import type { Pair } from './read-pair.js';

interface PairProps {
  readonly pair: Pair;
  readonly locale: Locale;
}

/** The comparison of two charts: pillars and their relations, then the placements and aspects. */
export function PairView({ pair, locale }: PairProps) {
  const texts = FACTS_TEXTS[locale];
  const { people, relations, gifts } = pair;
  const hasPillars = people.some(({ pillars }) => Object.keys(pillars).length > 0);
  const hasSigns = people.some(({ placements }) => placements.length > 0);
  return (
    <>
      {hasPillars && (
        <figure class="pair">
          <figcaption>{texts.pairOfPillars}</figcaption>
          <PairPicture {...{ pair, texts, locale }} />
          <ElementLegend texts={texts} />
          {relations.length > 0 && <RelationList relations={relations.slice(0, MAX_LINES)} from={1} locale={locale} />}
          {relations.length > MAX_LINES && (
            <details class="as-text">
              <summary>{texts.moreRelations(relations.length - MAX_LINES)}</summary>
              <RelationList relations={relations.slice(MAX_LINES)} from={MAX_LINES + 1} locale={locale} />
            </details>
          )}
          {gifts.length > 0 && (
            <p class="chips">
              <b>{texts.gifts}</b>
              {gifts.map(({ element, name, to }) => (
                <span>
                  <i class={`dot el-${element}`} aria-hidden="true" />
                  {name} → {people[to === 'first' ? 0 : 1]?.name}
                </span>
              ))}
            </p>
          )}
          <TermList ids={[...relationTerms(relations.map(({ id }) => id)), 'elements']} locale={locale} />
        </figure>
      )}
      {hasSigns && (
        <figure class="pair">
          <figcaption>{texts.pairOfSkies}</figcaption>
          <Skies {...{ pair, texts }} />
          <div class="skies">
            <Aspects {...{ pair, texts }} isHarmony />
            <Aspects {...{ pair, texts }} isHarmony={false} />
          </div>
          <TermList ids={skyTermsOf(pair)} locale={locale} />
        </figure>
      )}
    </>
  );
}

/** The terms that the charts show: angles by their ids. */
const skyTermsOf = ({ people, aspects }: Pair): readonly (string | false)[] => [
  aspects.length > 0 && 'aspect',
  ...people.flatMap(({ placements }) => placements.map(({ point }) => point)),
  ...aspects.flatMap(({ first, second }) => [first.id, second.id]),
];

interface RelationsProps {
  readonly relations: Pair['relations'];
  /** Number of the first relation. */
  readonly from: number;
  readonly locale: Locale;
}

const RelationList = ({ relations, from, locale }: RelationsProps) => (
  <ol class="relations" start={from}>
    {relations.map((relation, at) => (
      <li key={at} class={relation.isHarmony ? 'joins' : 'opposes'}>
        <span class="hanja">{relation.characters}</span>
        {` ${relationText(relation, FACTS_TEXTS[locale], locale)}`}
      </li>
    ))}
  </ol>
);

const Skies = ({ pair: { people }, texts }: { readonly pair: Pair; readonly texts: FactsTexts }) => (
  <div class="skies">
    {people.map(({ name, placements }) => (
      <div>
        <h2>{name}</h2>
        <ul>
          {placements.map(({ point, sign, signName }) => (
            <li>
              <Glyph name={point} />
              <Glyph name={sign} /> {`${texts.bodies[point]}: ${signName}`}
            </li>
          ))}
        </ul>
      </div>
    ))}
  </div>
);

interface AspectsProps {
  readonly pair: Pair;
  readonly texts: FactsTexts;
  readonly isHarmony: boolean;
}

function Aspects({ pair: { people, aspects }, texts, isHarmony }: AspectsProps) {
  const shown = aspects.filter((aspect) => aspect.isHarmony === isHarmony);
  const owned = (at: number, point: string) => texts.of(people[at]?.name ?? '', point);
  if (shown.length === 0) return null;
  return (
    <div>
      <h2>{isHarmony ? texts.harmony : texts.tension}</h2>
      <ul class={`aspects ${isHarmony ? 'joins' : 'opposes'}`}>
        {shown.map(({ first, second, aspect }, at) => (
          <li key={at}>
            <Glyph name={first.id} />
            <Glyph name={second.id} /> {`${owned(0, first.name)} – ${owned(1, second.name)}: ${aspect}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
