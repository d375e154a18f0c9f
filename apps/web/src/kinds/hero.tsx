import type { ComponentChildren } from 'preact';
import type { Locale } from '../server/catalogue.js';
import { KIND_LEADS, KIND_NAMES, KIND_TEXTS } from '../texts/names.js';
import { TEXTS } from '../texts/page-texts.js';
import { Emblem } from './emblem.js';
import { KindIcon } from './kind-icon.js';

interface HeroProps {
  readonly kinds: readonly string[];
  readonly kind: string;
  readonly locale: Locale;
  readonly onChoose: (kind: string) => void;
  /** The choice of the language. */
  readonly children: ComponentChildren;
}

/** The head of the page: its name, the choice of the kind and a picture of the chosen one. */
export function Hero({ kinds, kind, locale, onChoose, children }: HeroProps) {
  const texts = TEXTS[locale];
  return (
    <header class="hero">
      <div class="masthead">
        <p class="brand">
          <KindIcon kind="dream" /> {texts.title}
        </p>
        {children}
      </div>
      <div class="welcome">
        <div>
          <h1>{KIND_LEADS[kind]?.[locale] ?? texts.title}</h1>
          <p class="lead">{KIND_TEXTS[kind]?.[locale] ?? texts.lead}</p>
        </div>
        <Emblem {...{ kind, locale }} />
      </div>
      <nav id="kinds" aria-label={texts.kindsOf}>
        {kinds.map((id) => (
          <button type="button" data-kind={id} aria-pressed={id === kind} onClick={() => onChoose(id)}>
            <KindIcon kind={id} />
            <span>{KIND_NAMES[id]?.[locale] ?? id}</span>
          </button>
        ))}
      </nav>
    </header>
  );
}
