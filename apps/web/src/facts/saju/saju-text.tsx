import type { FactsTexts } from '../../texts/facts-texts.js';
import { hangulOf } from './characters.js';
import type { PillarColumn, Passing, Saju } from './read-saju.js';

/** The chart as a table and lists, for screen readers and copying. */
export function SajuText({ saju: { columns, relations, luck, years }, texts }: { saju: Saju; texts: FactsTexts }) {
  const row = (title: string, of: (column: PillarColumn) => string) =>
    columns.some((column) => of(column) !== '') && (
      <tr>
        <th scope="row">{title}</th>
        {columns.map((column) => (
          <td>{of(column)}</td>
        ))}
      </tr>
    );
  const now = [...luck, ...years].filter(({ isNow }) => isNow);
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
            {row(texts.tenGods, ({ stemGod, branchGod }) => [stemGod, branchGod].filter(Boolean).join(' / '))}
            {row(texts.hiddenStems, ({ hidden }) => hidden)}
            {row(texts.lifeStages, ({ lifeStage, isVoid }) => (isVoid ? `${lifeStage} (${texts.void})` : lifeStage))}
            {row(texts.sound, ({ sound }) => sound)}
            {row(texts.spiritStars, ({ stars }) => stars.join(', '))}
          </tbody>
        </table>
      </div>
      {relations.length > 0 && (
        <p>
          {texts.relations}: {relations.map(({ name, characters }) => `${characters} ${name}`).join(', ')}
        </p>
      )}
      {luck.length > 0 && <p>{strip(texts.luck, luck)}</p>}
      {now.length > 0 && <p>{strip(texts.now, now)}</p>}
    </details>
  );
}

const strip = (title: string, passing: readonly Passing[]): string =>
  `${title}: ${passing
    .map(({ pillar, label }) => `${label} ${pillar}(${pillar.split('').map(hangulOf).join('')})`)
    .join(', ')}`;
