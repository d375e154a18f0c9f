import type { Locale } from '../server/catalogue.js';
import type { HelpLine } from '../server/reading-events.js';
import { TEXTS } from '../texts/page-texts.js';
import { PhoneLinks } from './phone-links.js';

/** Help lines for a sensitive topic. */
export function CareLines({ lines, locale }: { readonly lines: readonly HelpLine[]; readonly locale: Locale }) {
  if (lines.length === 0) return null;
  return (
    <aside class="care">
      <h2>{TEXTS[locale].care}</h2>
      <ul>
        {lines.map(({ name, number, hours, url }) => (
          <li key={name}>
            {url?.startsWith('https://') ? <a href={url}>{name}</a> : name}: <PhoneLinks text={number} />
            <small> {hours}</small>
          </li>
        ))}
      </ul>
    </aside>
  );
}
