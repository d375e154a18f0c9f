import { useEffect, useRef } from 'preact/hooks';
import type { Locale } from '../server/catalogue.js';
import { usePassage } from '../server/passages.js';
import { TEXTS } from '../texts/page-texts.js';
import { sourceText } from '../texts/source-texts.js';
import type { CitedSource } from './citations.js';
import { sourceAnchor } from './sources-fold.js';

/** The source of the selected citation, and the element next to which it is shown. */
export interface ShownSource {
  readonly source: CitedSource;
  readonly anchor: HTMLElement;
}

interface PopoverProps {
  readonly shown: ShownSource | undefined;
  readonly locale: Locale;
  readonly readingKey: number;
  readonly onClose: () => void;
}

/** Distance from the citation and from the edges of the window, in px. */
const GAP = 8;

/** Shows the passage of a citation next to it. Escape or a click elsewhere closes it. */
export function SourcePopover({ shown, locale, readingKey, onClose }: PopoverProps) {
  const root = useRef<HTMLDivElement>(null);
  const texts = TEXTS[locale];
  const passage = usePassage(shown?.source.id, locale);
  useEffect(() => {
    if (!shown || !root.current) return;
    root.current.showPopover();
    place(root.current, shown.anchor);
    root.current.querySelector('button')?.focus({ preventScroll: true });
  }, [shown]);
  // The passage arrives later and changes the height.
  useEffect(() => {
    if (shown && passage && root.current) place(root.current, shown.anchor);
  }, [shown, passage]);
  const close = () => {
    root.current?.hidePopover();
    shown?.anchor.focus({ preventScroll: true });
  };
  return (
    <div
      popover="auto"
      class="popover"
      role="dialog"
      aria-label={shown?.source.title}
      ref={root}
      onToggle={(event) => (event as unknown as ToggleEvent).newState === 'closed' && onClose()}
    >
      {shown && (
        <>
          <h2>
            {shown.source.at}. {shown.source.title}
          </h2>
          {passage && <p class="passage">{passage}</p>}
          <p class="quiet">{sourceText(shown.source.source, locale)}</p>
          <p class="quiet">
            {texts.score} <meter min={0} max={1} value={shown.source.score} /> {shown.source.score.toFixed(2)}
          </p>
          <p class="actions">
            <button type="button" class="small" onClick={close}>
              {texts.close}
            </button>
            <a
              href={`#${sourceAnchor(readingKey, shown.source.at)}`}
              onClick={() => {
                root.current?.parentElement?.querySelector('.sources-fold')?.setAttribute('open', '');
                root.current?.hidePopover();
              }}
            >
              {texts.passage}
            </a>
          </p>
        </>
      )}
    </div>
  );
}

/** Places the popover below the citation, or above it if there is not enough space. */
function place(popover: HTMLElement, anchor: HTMLElement): void {
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = bottom + GAP + height <= innerHeight;
  popover.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  popover.style.top = `${below ? bottom + GAP : Math.max(GAP, top - GAP - height)}px`;
}
