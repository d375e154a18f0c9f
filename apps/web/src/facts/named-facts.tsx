import type { Locale } from '../server/catalogue.js';
import type { Facts } from '../server/reading-events.js';
import { FACTS_TEXTS } from '../texts/facts-texts.js';
import { list, record, shortName, text } from './shapes.js';

interface NamedFactsProps {
  readonly facts: Facts;
  readonly locale: Locale;
}

/** Relations between two charts, and the days of a period, as lists. */
export function NamedFacts({ facts, locale }: NamedFactsProps) {
  const texts = FACTS_TEXTS[locale];
  const between = [
    ...list(record(facts['pair'])['relations']).map(relationText),
    ...list(record(facts['synastry'])['aspects']).map((aspect) => aspectText(aspect, 'first', 'second')),
  ];
  const days = [
    ...list(facts['days']).map(dayText),
    ...list(record(facts['sky'])['exact']).map((aspect) => `${text(aspect['at'])} ${aspectText(aspect, 'from', 'to')}`),
  ];
  return (
    <>
      <Lines title={texts.between} lines={between} />
      <Lines title={texts.days} lines={days} />
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <figure class="named">
      <figcaption>{title}</figcaption>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </figure>
  );
}

const nameOf = (value: unknown): string => text(record(value)['name']);

const relationText = (relation: Facts): string =>
  [text(relation['characters']), shortName(text(relation['name']))].filter(Boolean).join(' ');

const aspectText = (aspect: Facts, from: string, to: string): string =>
  `${nameOf(aspect[from])} – ${nameOf(aspect[to])}: ${nameOf(aspect['aspect'])}`;

function dayText(day: Facts): string {
  const gods = record(day['tenGods']);
  const named = [text(gods['stem']), text(gods['branch'])].map(shortName).filter(Boolean).join(' / ');
  const relations = list(day['relations']).map(relationText).join(', ');
  return [text(day['from']) || text(day['date']), text(day['name']) || text(day['pillar']), named, relations]
    .filter(Boolean)
    .join(' · ');
}
