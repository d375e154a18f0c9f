import type { Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';
import type { SectionState } from './reading-state.js';

interface JumpBarProps {
  readonly sections: readonly SectionState[];
  readonly locale: Locale;
  readonly root: { readonly current: HTMLElement | null };
  readonly titleOf: (section: string) => string;
}

/** Buttons that scroll to the parts of a reading; shown on narrow screens, where they stay at the top. */
export function JumpBar({ sections, locale, root, titleOf }: JumpBarProps) {
  const texts = TEXTS[locale];
  const targets = [
    { name: texts.toPicture, selector: '.facts' },
    ...sections.map(({ id }) => ({ name: titleOf(id), selector: `[data-section="${CSS.escape(id)}"]` })),
    { name: texts.toQuestion, selector: '.reading-actions' },
  ];
  return (
    <nav class="jump-bar" aria-label={texts.jumps}>
      {targets.map(({ name, selector }) => (
        <button
          key={selector}
          type="button"
          class="small"
          onClick={() => root.current?.querySelector(selector)?.scrollIntoView({ block: 'start', behavior: 'smooth' })}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
