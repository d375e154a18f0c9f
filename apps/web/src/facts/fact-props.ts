import type { Locale } from '../server/catalogue.js';
import type { Facts, Source } from '../server/reading-events.js';

/** What a drawing of facts is given. */
export interface FactProps {
  readonly facts: Facts;
  /** Language of the reading. */
  readonly locale: Locale;
  readonly sources: ReadonlyMap<number, Source>;
}
