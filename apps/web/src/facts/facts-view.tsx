import { DreamScene } from './dream/dream-scene.js';
import { HexagramView } from './iching/hexagram-view.js';
import { NatalChart } from './natal/natal-chart.js';
import { SajuChart } from './saju/saju-chart.js';
import { TarotSpread } from './tarot/tarot-spread.js';
import type { FactProps } from './fact-props.js';
import { NamedFacts } from './named-facts.js';
import { isRecord, list, text } from './shapes.js';

/** Shows the computed facts of a reading; omits facts of unknown shape. */
export function FactsView({ facts, locale, sources }: FactProps) {
  const notes = [...list(facts['assumed']), ...list(facts['leftOut'])].map((note) => text(note['reason']));
  const { saju, astrology, primary } = facts;
  const people = list(facts['people']);
  return (
    <div class="facts">
      {list(facts['symbols']).length > 0 && <DreamScene {...{ facts, locale, sources }} />}
      {list(facts['cards']).length > 0 && <TarotSpread {...{ facts, locale }} />}
      {isRecord(primary) && <HexagramView {...{ facts, locale }} />}
      {isRecord(saju) && isRecord(saju['pillars']) && (
        <SajuChart saju={saju} date={text(facts['date'])} locale={locale} />
      )}
      {isRecord(astrology) && <NatalChart {...{ astrology, locale, sources }} />}
      {people.map((person, at) => (
        <section key={at} class="person" aria-label={text(person['name']) || String(at + 1)}>
          <h2>{text(person['name'])}</h2>
          <FactsView facts={person} {...{ locale, sources }} />
        </section>
      ))}
      <NamedFacts {...{ facts, locale }} />
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
