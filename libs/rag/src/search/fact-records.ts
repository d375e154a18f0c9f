/** Facts whose record has another prefix than the fact itself; `emotion:fear` and `theme:change` are records' ids. */
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

/** Id of the record a fact speaks of: `symbol:snake` is `dream:snake`. There may be no such record. */
export function factRecordId(fact: string): string {
  const [prefix = '', ...rest] = fact.split(':');
  const other = RECORD_PREFIX[prefix];
  return other ? other + rest.join(':') : fact;
}
