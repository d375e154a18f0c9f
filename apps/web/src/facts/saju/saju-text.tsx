import type { Locale } from '../../server/catalogue.js';
import type { FactsTexts } from '../../texts/facts-texts.js';
import { readingsOf } from './characters.js';
import type { PillarColumn, Passing, Saju } from './read-saju.js';

interface SajuTextProps {
  readonly saju: Saju;
  readonly texts: FactsTexts;
  readonly locale: Locale;
}

/** The chart as a table and lists, for screen readers and copying. */
export function SajuText({ saju: { columns, relations, luck, years }, texts, locale }: SajuTextProps) {
  const row = (title: string, of: (column: PillarColumn) => string) =>
    columns.some((column) => of(column) !== '') && (
      <tr>
        <th scope="row">{title}</th>
        {columns.map((column) => (
          <td>{of(column)}</td>
        ))}
      </tr>
    );
  return (
    <details class="as-text">
      <summary>{texts.asText}</summary>
      <div class="scrolling" tabIndex={0} role="region" aria-label={texts.saju}>
        <table class="pillars">
          <thead>
            <tr>
              <td />
              {columns.map(({ place }) => (
                <th scope="col">{texts.pillars[place]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row(texts.saju, ({ stem, branch, name }) => name || stem + branch)}
            {row(`${texts.tenGods} (${texts.stem})`, ({ place, stemGod }) => (place === 'day' ? texts.self : stemGod))}
            {row(`${texts.tenGods} (${texts.branch})`, ({ branchGod }) => branchGod)}
            {row(texts.hiddenStems, ({ hidden }) => hidden)}
            {row(texts.lifeStages, ({ lifeStage, isVoid }) => (isVoid ? `${lifeStage} (${texts.void})` : lifeStage))}
            {row(texts.sound, ({ sound }) => sound)}
            {row(texts.spiritStars, ({ stars }) => stars.join(', '))}
          </tbody>
        </table>
      </div>
      {relations.length > 0 && (
        <p>
          {texts.relations}:{' '}
          {relations
            .map(({ name, characters }) => `${characters}(${readingsOf(characters, locale)}) ${name}`)
            .join(', ')}
        </p>
      )}
      <Strip title={texts.luck} passing={luck} {...{ texts, locale }} />
      <Strip title={texts.years} passing={years} {...{ texts, locale }} />
    </details>
  );
}

interface StripProps {
  readonly title: string;
  readonly passing: readonly Passing[];
  readonly texts: FactsTexts;
  readonly locale: Locale;
}

/** Decades or years as a list; the current one is marked. */
const Strip = ({ title, passing, texts, locale }: StripProps) =>
  passing.length === 0 ? null : (
    <>
      <p>{title}</p>
      <ul class="passing">
        {passing.map(({ pillar, label, isNow }) => (
          <li>
            {`${label} · ${pillar}(${readingsOf(pillar, locale)})`}
            {isNow && <b>{` ← ${texts.now}`}</b>}
          </li>
        ))}
      </ul>
    </>
  );
