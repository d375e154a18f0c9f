import { DaysView } from './daily/days-view.js';
import { readDays } from './daily/read-days.js';
import { DreamScene } from './dream/dream-scene.js';
import type { FactProps } from './fact-props.js';
import { HexagramView } from './iching/hexagram-view.js';
import { NatalChart } from './natal/natal-chart.js';
import { PairView } from './pair/pair-view.js';
import { readPair } from './pair/read-pair.js';
import { SajuChart } from './saju/saju-chart.js';
import { isRecord, list, text } from './shapes.js';
import { TarotSpread } from './tarot/tarot-spread.js';

/** Shows the computed facts of a reading; omits facts of unknown shape. */
export function FactsView({ facts, locale, sources }: FactProps) {
  const reasons = [...list(facts['assumed']), ...list(facts['leftOut'])].map((note) => text(note['reason']));
  const notes = [...new Set(reasons)];
  const pair = readPair(facts);
  const daily = readDays(facts);
  return (
    <div class="facts">
      {list(facts['symbols']).length > 0 && <DreamScene {...{ facts, locale, sources }} />}
      {list(facts['cards']).length > 0 && <TarotSpread {...{ facts, locale }} />}
      {isRecord(facts['primary']) && <HexagramView {...{ facts, locale }} />}
      {pair && <PairView {...{ pair, locale }} />}
      {/* The facts of a day contain only a part of the charts, which its pictures show. */}
      {daily ? <DaysView {...{ daily, locale }} /> : <Charts {...{ facts, locale, sources }} />}
      {!pair &&
        list(facts['people']).map((person, at) => (
          <section key={at} aria-label={text(person['name']) || String(at + 1)}>
            <h2>{text(person['name'])}</h2>
            <FactsView facts={person} {...{ locale, sources }} />
          </section>
        ))}
      {notes.length > 0 && (
        <ul class="quiet notes">
          {notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Charts({ facts: { saju, astrology, date }, locale, sources }: FactProps) {
  return (
    <>
      {isRecord(saju) && isRecord(saju['pillars']) && <SajuChart saju={saju} date={text(date)} locale={locale} />}
      {isRecord(astrology) && <NatalChart {...{ astrology, locale, sources }} />}
    </>
  );
}
