import { useState } from 'preact/hooks';
import type { Turn } from '../conversation/turn.js';
import { savePicture } from '../picture/save-picture.js';
import type { Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';
import type { ReadingState } from './reading-state.js';

interface ActionsProps {
  readonly turn: Turn;
  readonly locale: Locale;
  readonly root: { readonly current: HTMLElement | null };
  readonly isIdle: boolean;
  readonly titleOf: (section: string) => string;
  readonly onAgain: () => void;
}

/** Buttons for a finished reading. */
export function ReadingActions({ turn, locale, root, isIdle, titleOf, onAgain }: ActionsProps) {
  const texts = TEXTS[locale];
  const [notice, setNotice] = useState('');
  const { reading, request } = turn;
  const id = reading.started?.reading ?? '';
  const write = async (text: string, done: string) => {
    await navigator.clipboard.writeText(text);
    setNotice(done);
  };
  const picture = () => root.current?.querySelector<SVGSVGElement>('.facts svg[data-picture]');
  // Browsers provide no clipboard on pages without TLS.
  const hasClipboard = typeof navigator.clipboard !== 'undefined';
  return (
    <p class="reading-actions">
      {request && (
        <button type="button" class="small" aria-disabled={!isIdle} onClick={() => isIdle && onAgain()}>
          {texts.again}
        </button>
      )}
      {hasClipboard && (
        <>
          <button type="button" class="small" onClick={() => void write(plainText(reading, titleOf), texts.copied)}>
            {texts.copy}
          </button>
          <button
            type="button"
            class="small"
            onClick={() => void write(`${location.origin}/?reading=${encodeURIComponent(id)}`, texts.shared)}
          >
            {texts.share}
          </button>
        </>
      )}
      {reading.done?.status !== 'safety' && (
        <button
          type="button"
          class="small save-picture"
          onClick={() => {
            const svg = picture();
            if (svg) void savePicture(svg, `${reading.started?.kind}-${id}.png`);
          }}
        >
          {texts.picture}
        </button>
      )}
      <button type="button" class="small" onClick={() => printReading(root.current)}>
        {texts.print}
      </button>
      <span class="quiet" role="status">
        {notice}
      </span>
    </p>
  );
}

/** Prints one reading: the style sheet hides everything else while these classes are set. */
function printReading(root: HTMLElement | null): void {
  if (!root) return;
  root.classList.add('printed');
  document.body.classList.add('printing');
  print();
  root.classList.remove('printed');
  document.body.classList.remove('printing');
}

const plainText = ({ sections }: ReadingState, titleOf: (section: string) => string): string =>
  sections.map(({ id, text }) => `${titleOf(id)}\n${text.replaceAll(/\s?\[\d{1,3}\]/g, '')}`).join('\n\n');
