import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';
import type { SectionState } from './reading-state.js';

interface JumpBarProps {
  readonly sections: readonly SectionState[];
  readonly locale: Locale;
  readonly root: { readonly current: HTMLElement | null };
  readonly titleOf: (section: string) => string;
}

/** The band of the screen in which a part counts as the current one. */
const BELOW_THE_BAR = '-15% 0px -75% 0px';

/** Buttons that scroll to the parts of a reading; shown on narrow screens, where they stay at the top. */
export function JumpBar({ sections, locale, root, titleOf }: JumpBarProps) {
  const texts = TEXTS[locale];
  const targets = [
    { name: texts.toPicture, selector: '.facts' },
    ...sections.map(({ id }) => ({ name: titleOf(id), selector: `[data-section="${CSS.escape(id)}"]` })),
    { name: texts.toQuestion, selector: '.reading-actions' },
  ];
  const bar = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState('');
  const all = targets.map(({ selector }) => selector).join();
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const { target } = entries.findLast(({ isIntersecting }) => isIntersecting) ?? {};
        if (target) setCurrent(targets.find(({ selector }) => target.matches(selector))?.selector ?? '');
      },
      { rootMargin: BELOW_THE_BAR },
    );
    for (const target of root.current?.querySelectorAll(all) ?? []) observer.observe(target);
    return () => observer.disconnect();
  }, [all]);
  useEffect(() => {
    const button = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (button) bar.current?.scrollTo({ left: button.offsetLeft - bar.current.clientWidth / 3, behavior: 'smooth' });
  }, [current]);
  return (
    <nav class="jump-bar" aria-label={texts.jumps} ref={bar}>
      {targets.map(({ name, selector }) => (
        <button
          key={selector}
          type="button"
          class="small"
          aria-current={selector === current || undefined}
          onClick={() => root.current?.querySelector(selector)?.scrollIntoView({ block: 'start', behavior: 'smooth' })}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
