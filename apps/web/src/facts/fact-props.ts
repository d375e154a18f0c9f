import type { Locale } from '../server/catalogue.js';
import type { Facts, Source } from '../server/reading-events.js';

/** Props of every component that shows facts. */
export interface FactProps {
  readonly facts: Facts;
  /** Language of the reading. */
  readonly locale: Locale;
  readonly sources: ReadonlyMap<number, Source>;
}
