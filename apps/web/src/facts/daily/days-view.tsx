import type { Locale } from '../../server/catalogue.js';
import { FACTS_TEXTS, type FactsTexts } from '../../texts/facts-texts.js';
import { TermList } from '../../glossary/glossary.js';
import { Glyph } from '../natal/glyph.js';
import { readingOf, readingsOf } from '../saju/characters.js';
import { ElementLegend } from '../saju/element-legend.js';
import { Tile } from '../saju/tile.js';
import { relationTerms } from '../relation-terms.js';
import type { Daily, Day, DayRelation, Transit } from './read-days.js';

interface DaysProps {
  readonly daily: Daily;
  readonly locale: Locale;
}

/** The days of a period with their pillars, then the sky of these days. */
export function DaysView({ daily: { days, own, moonSign, exact, lasting, timezone }, locale }: DaysProps) {
  const texts = FACTS_TEXTS[locale];
  return (
    <>
      {days.length > 0 && (
        <figure class="days">
          <figcaption>{days.length === 1 ? texts.day : texts.days}</figcaption>
          <ol class={days.length === 1 ? 'single' : ''}>
            {days.map((day) => (
              <DayCard key={day.date} {...{ day, own, texts, locale }} />
            ))}
          </ol>
          <ElementLegend texts={texts} hasVoid={days.some(({ isVoid }) => isVoid)} />
          <TermList ids={termsOf(days, own)} locale={locale} />
        </figure>
      )}
      {moonSign && (
        <figure class="sky">
          <figcaption>{texts.sky}</figcaption>
          <p class="moon">
            <Glyph name="moon" />
            <Glyph name={moonSign.id} /> {texts.bodies['moon']} · {moonSign.name}
          </p>
          <Transits
            title={`${texts.exact}${zoneText(timezone, locale)}`}
            transits={exact}
            isSingleDay={days.length <= 1}
            texts={texts}
          />
          <Transits title={texts.lasting} transits={lasting} isSingleDay texts={texts} />
          <TermList ids={skyTermsOf([...exact, ...lasting])} locale={locale} />
        </figure>
      )}
    </>
  );
}

/** The terms that the pictures of the days show. */
const termsOf = (days: readonly Day[], own: string): readonly (string | false)[] => [
  'day',
  own !== '' && 'day-pillar',
  'elements',
  days.some(({ stemGod, branchGod }) => stemGod || branchGod) && 'ten-gods',
  days.some(({ lifeStage }) => lifeStage) && 'life-stages',
  days.some(({ isVoid }) => isVoid) && 'void',
  ...relationTerms(days.flatMap(({ relations }) => relations.map(({ id }) => id))),
];

/** The terms that the sky shows. */
const skyTermsOf = (transits: readonly Transit[]): readonly (string | false)[] => [
  ...(transits.length > 0 ? ['transit', 'aspect'] : []),
  ...transits.map(({ to }) => to.id),
];

interface DayProps {
  readonly day: Day;
  readonly own: string;
  readonly texts: FactsTexts;
  readonly locale: Locale;
}

function DayCard({ day, own, texts, locale }: DayProps) {
  const { date, pillar, name, stemGod, branchGod, lifeStage, isVoid, relations } = day;
  return (
    <li>
      <p class="date">{dateText(date, locale)}</p>
      <svg viewBox="-84 0 168 134" role="img" aria-label={`${dateText(date, locale)}: ${name || pillar}`} data-picture>
        {own.length === 2 && (
          <g transform="translate(-54 34)" class="own">
            <text class="title" y={-10}>
              {texts.ownDay}
            </text>
            <Tile character={own[0] ?? ''} size={38} y={0} />
            <Tile character={own[1] ?? ''} size={38} y={42} />
          </g>
        )}
        <g transform={`translate(${own.length === 2 ? 26 : 0} 0)`}>
          <Tile character={pillar[0] ?? ''} size={64} y={1} reading={readingOf(pillar[0] ?? '', locale)} />
          <Tile
            character={pillar[1] ?? ''}
            size={64}
            y={69}
            reading={readingOf(pillar[1] ?? '', locale)}
            isVoid={isVoid}
          />
        </g>
      </svg>
      <p class="gods">
        {(stemGod || branchGod) && (
          <span>
            <small>{texts.tenGods}:</small> {godText(texts.stem, stemGod)}
            {stemGod && branchGod && ' · '}
            {godText(texts.branch, branchGod)}
          </span>
        )}
        {lifeStage && (
          <span>
            <small>{texts.lifeStages}:</small> <b>{lifeStage}</b>
          </span>
        )}
        {isVoid && <span>{texts.void}</span>}
      </p>
      {relations.length > 0 && (
        <p class="chips">
          {relations.map((relation) => (
            <span class={relation.isHarmony ? 'joins' : 'opposes'}>{relationText(relation, locale)}</span>
          ))}
        </p>
      )}
    </li>
  );
}

const godText = (place: string, god: string) =>
  god && (
    <>
      {place} <b>{god}</b>
    </>
  );

function relationText({ characters, name, count }: DayRelation, locale: Locale): string {
  const reading = readingsOf(characters, locale);
  const read = reading && `(${reading})`;
  return [`${characters}${locale === 'en' && read ? ' ' : ''}${read}`, name, count > 1 && `×${count}`]
    .filter(Boolean)
    .join(' ');
}

/** ` · 대한민국 시간`; empty for an unknown zone. */
function zoneText(timeZone: string, locale: Locale): string {
  if (timeZone === 'UTC') return ' · UTC';
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
    return ` · ${parts.find(({ type }) => type === 'timeZoneName')?.value}`;
  } catch {
    return '';
  }
}

/** `12월 1일 화요일`, `Tuesday, 1 December`; text that is not a date stays as it is. */
function dateText(date: string, locale: Locale): string {
  const moment = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return date;
  const tag = locale === 'ko' ? 'ko' : 'en-GB';
  return moment.toLocaleDateString(tag, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
}

interface TransitsProps {
  readonly title: string;
  readonly transits: readonly Transit[];
  readonly isSingleDay: boolean;
  readonly texts: FactsTexts;
}

function Transits({ title, transits, isSingleDay, texts }: TransitsProps) {
  if (transits.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="aspects">
        {transits.map(({ at, from, to, aspect }, index) => (
          <li key={index}>
            {at && <time>{isSingleDay ? at.slice(-5) : at.slice(5)}</time>}
            <Glyph name={from.id} />
            <Glyph name={to.id} /> {`${from.name} – ${texts.yours(to.name)}: ${aspect}`}
          </li>
        ))}
      </ul>
    </>
  );
}
