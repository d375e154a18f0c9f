import { factRecordId } from '../search/fact-records.js';

const SUIT_ELEMENT: Readonly<Record<string, string>> = {
  wands: 'fire',
  cups: 'water',
  swords: 'air',
  pentacles: 'earth',
};

/** Returns the id of the node for a fact: `dream:snake` for `symbol:snake`. The graph may have no such node. */
export function factNodeId(fact: string): string {
  const [prefix = '', value = ''] = fact.split(':');
  if (prefix === 'suit') return `element:${SUIT_ELEMENT[value]}`;
  if (prefix === 'strength') return `saju:concept-${value}`;
  return factRecordId(fact);
}
