/**
 * Record id prefixes that differ from the fact's prefix. Other facts, such as `emotion:fear` and `theme:change`, are
 * record ids.
 */
const RECORD_PREFIX: Readonly<Record<string, string>> = {
  symbol: 'dream:',
  card: 'tarot:',
  hexagram: 'iching:',
  sign: 'astro:sign-',
  moon: 'astro:sign-',
  ascendant: 'astro:sign-',
  daymaster: 'saju:stem-',
  tengod: 'saju:tengod-',
  lacking: 'saju:element-',
  excess: 'saju:element-',
};

/** Returns the id of the record for a fact: `dream:snake` for `symbol:snake`. There may be no such record. */
export function factRecordId(fact: string): string {
  const [prefix = '', ...rest] = fact.split(':');
  const other = RECORD_PREFIX[prefix];
  return other ? other + rest.join(':') : fact;
}
