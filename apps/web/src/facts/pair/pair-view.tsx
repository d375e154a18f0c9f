import type { Locale } from '../../server/catalogue.js';
import { FACTS_TEXTS, type FactsTexts } from '../../texts/facts-texts.js';
import { Glyph } from '../natal/glyph.js';
import { PairPicture } from './pair-picture.js';
import type { Pair, PairAspect } from './read-pair.js';

interface PairProps {
  readonly pair: Pair;
  readonly locale: Locale;
}

/** The comparison of two charts: pillars and their relations, then the placements and aspects. */
export function PairView({ pair, locale }: PairProps) {
  const texts = FACTS_TEXTS[locale];
  const { people, relations, gifts, aspects } = pair;
  const hasPillars = people.some(({ pillars }) => Object.keys(pillars).length > 0);
  const hasSigns = people.some(({ placements }) => placements.length > 0);
  return (
    <>
      {hasPillars && (
        <figure class="pair">
          <figcaption>{texts.pairOfPillars}</figcaption>
          <PairPicture {...{ pair, texts }} />
          {relations.length > 0 && (
            <ol class="relations">
              {relations.map(({ name, characters, isHarmony }, at) => (
                <li key={at} class={isHarmony ? 'joins' : 'opposes'}>
                  <span class="hanja">{characters}</span> {name}
                </li>
              ))}
            </ol>
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
        </figure>
      )}
      {hasSigns && (
        <figure class="pair">
          <figcaption>{texts.pairOfSkies}</figcaption>
          <Skies {...{ pair, texts }} />
          <Aspects title={texts.harmony} aspects={aspects.filter(({ isHarmony }) => isHarmony)} tone="joins" />
          <Aspects title={texts.tension} aspects={aspects.filter(({ isHarmony }) => !isHarmony)} tone="opposes" />
        </figure>
      )}
    </>
  );
}

const Skies = ({ pair: { people }, texts }: { readonly pair: Pair; readonly texts: FactsTexts }) => (
  <div class="skies">
    {people.map(({ name, placements }) => (
      <div>
        <h3>{name}</h3>
        <ul>
          {placements.map(({ point, sign, signName }) => (
            <li>
              <Glyph name={point} />
              <Glyph name={sign} /> {texts.bodies[point]} · {signName}
            </li>
          ))}
        </ul>
      </div>
    ))}
  </div>
);

interface AspectsProps {
  readonly title: string;
  readonly aspects: readonly PairAspect[];
  readonly tone: 'joins' | 'opposes';
}

function Aspects({ title, aspects, tone }: AspectsProps) {
  if (aspects.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class={`aspects ${tone}`}>
        {aspects.map(({ first, second, aspect }, at) => (
          <li key={at}>
            <Glyph name={first.id} />
            <Glyph name={second.id} /> {`${first.name} – ${second.name}: ${aspect}`}
          </li>
        ))}
      </ul>
    </>
  );
}
