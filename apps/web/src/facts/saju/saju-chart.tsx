import type { Locale } from '../../server/catalogue.js';
import type { Facts } from '../../server/reading-events.js';
import { TermList } from '../../glossary/glossary.js';
import { FACTS_TEXTS } from '../../texts/facts-texts.js';
import { ElementRing } from './element-ring.js';
import { PillarsPicture } from './pillars-picture.js';
import { relationTerms } from '../relation-terms.js';
import { type Saju, readSaju } from './read-saju.js';
import { SajuText } from './saju-text.js';

interface SajuProps {
  readonly saju: Facts;
  /** Date of the reading, for the strip of years. */
  readonly date: string;
  readonly locale: Locale;
}

/** The terms that the chart shows. */
const termsOf = ({ columns, relations, luck, years, ...saju }: Saju): readonly (string | false)[] => [
  'elements',
  columns.some(({ place }) => place === 'day') && 'day-master',
  columns.some(({ stemGod, branchGod }) => stemGod || branchGod) && 'ten-gods',
  columns.some(({ hidden }) => hidden) && 'hidden-stems',
  columns.some(({ lifeStage }) => lifeStage) && 'life-stages',
  columns.some(({ stars }) => stars.length > 0) && 'stars',
  columns.some(({ isVoid }) => isVoid) && 'void',
  ...relationTerms(relations.map(({ id }) => id)),
  luck.length > 0 && 'luck',
  years.length > 0 && 'years',
  saju.strength !== '' && 'strength',
  saju.structure !== '' && 'structure',
  hasSolarTime(saju.solarTime, columns) && 'solar-time',
];

/** Whether the hour pillar follows a solar time that differs from the clock's. */
const hasSolarTime = (solarTime: string, columns: Saju['columns']): boolean =>
  solarTime !== '' && columns.some(({ place }) => place === 'hour');

/** Draws the four pillars and the balance of the elements, with a table of all values. */
export function SajuChart({ saju, date, locale }: SajuProps) {
  const texts = FACTS_TEXTS[locale];
  const read = readSaju(saju, date);
  if (read.columns.length === 0) return null;
  const summary = [
    read.dayMaster &&
      `${texts.strength}: ${[read.dayMaster, texts.strengths[read.strength] ?? read.strength].filter(Boolean).join(', ')}`,
    read.structure && `${texts.structure}: ${read.structure}`,
    hasSolarTime(read.solarTime, read.columns) && texts.solarTime(read.solarTime),
  ].filter(Boolean);
  return (
    <figure class="saju">
      <figcaption>{texts.saju}</figcaption>
      <PillarsPicture saju={read} {...{ texts, locale }} />
      <div class="summary">
        <ElementRing
          shares={read.shares}
          dayMaster={read.columns.find(({ place }) => place === 'day')?.stem ?? ''}
          texts={texts}
        />
        <ul class="quiet">
          {summary.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
      {read.hasWeightedShares && <p class="quiet">{texts.shares}</p>}
      <TermList ids={termsOf(read)} locale={locale} />
      <SajuText saju={read} {...{ texts, locale }} />
    </figure>
  );
}
