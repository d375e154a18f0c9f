import { useEffect, useRef, useState } from 'preact/hooks';
import { ReadingView } from '../reading/reading-view.js';
import type { Catalogue, Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';
import { followUp } from './follow-up.js';
import type { Turn } from './turn.js';
import type { Conversation } from './use-conversation.js';

interface ConversationProps {
  readonly conversation: Conversation;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly ask: (turn: Turn, question: string) => void;
  readonly again: (turn: Turn) => void;
}

/** All readings, the latest one last, and the box for follow-up questions. */
export function ConversationView({ conversation, locale, catalogue, ask, again }: ConversationProps) {
  const { turns, isRunning } = conversation;
  const box = useRef<HTMLTextAreaElement>(null);
  const readings = useRef<HTMLDivElement>(null);
  const last = turns.at(-1);
  useEffect(() => {
    readings.current?.lastElementChild?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [last?.key]);
  const canAsk = last !== undefined && !isRunning && mayFollow(last, catalogue);
  const askLast = (question: string) => {
    // The clicked suggestion is removed, so move the focus to the text box.
    box.current?.focus({ preventScroll: true });
    if (last) ask(last, question);
  };
  return (
    <>
      <div id="readings" ref={readings}>
        {turns.map((turn) => (
          <ReadingView
            key={turn.key}
            {...{ turn, locale, catalogue }}
            onAgain={() => again(turn)}
            isIdle={!isRunning}
          />
        ))}
      </div>
      {last && (
        <FollowUpBox
          {...{ locale, box }}
          suggestions={isRunning ? [] : (last.reading.done?.followups ?? [])}
          isReady={canAsk}
          isHidden={!mayFollow(last, catalogue) || (isRunning && turns.length === 1)}
          onAsk={askLast}
        />
      )}
    </>
  );
}

function mayFollow({ request, reading }: Turn, { kinds }: Catalogue): boolean {
  const kind = request?.kind ?? reading.started?.kind ?? '';
  // A chart needs the birth data for follow-up questions, and a shared reading does not contain it.
  if (!request && (kind === 'destiny' || kind === 'ask')) return false;
  const answered = { kind, body: request?.body ?? {}, facts: {}, written: '' };
  return reading.done?.status !== 'safety' && followUp(answered, '', kinds) !== undefined;
}

interface FollowUpBoxProps {
  readonly locale: Locale;
  readonly box: { current: HTMLTextAreaElement | null };
  readonly suggestions: readonly string[];
  readonly isReady: boolean;
  readonly isHidden: boolean;
  readonly onAsk: (question: string) => void;
}

const MAX_QUESTION = 4_000;

function FollowUpBox({ locale, box, suggestions, isReady, isHidden, onAsk }: FollowUpBoxProps) {
  const [question, setQuestion] = useState('');
  const texts = TEXTS[locale];
  const send = () => {
    if (!isReady || question.trim() === '') return;
    onAsk(question.trim());
    setQuestion('');
  };
  return (
    <form
      class="follow-up"
      hidden={isHidden}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label>
        <span>{texts.followUp}</span>
        <textarea
          ref={box}
          name="follow-up"
          rows={2}
          maxLength={MAX_QUESTION}
          value={question}
          onInput={({ currentTarget }) => setQuestion(currentTarget.value)}
          onKeyDown={(event) => {
            // During input composition, Enter completes a Korean syllable and must not send the question.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
      </label>
      <button type="submit" aria-disabled={!isReady}>
        {texts.ask}
      </button>
      {suggestions.length > 0 && (
        <ul class="followups">
          {suggestions.map((suggestion) => (
            <li key={suggestion}>
              <button type="button" onClick={() => onAsk(suggestion)}>
                {suggestion}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
