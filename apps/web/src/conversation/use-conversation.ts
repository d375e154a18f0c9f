import { useEffect, useRef, useState } from 'preact/hooks';
import { EMPTY_READING, type Notice, type ReadingState, applyEvent, closeReading } from '../reading/reading-state.js';
import { type PageOptions, type Reading, ReadingError, openReading, startReading } from '../server/reading-client.js';
import type { ReadingRequest } from './follow-up.js';
import type { Turn } from './turn.js';

export interface StartOptions {
  readonly question?: string;
  /** Keeps the earlier turns; without it they are replaced. */
  readonly isFollowUp?: boolean;
  /** Requests a new text instead of a cached one. */
  readonly isRepeated?: boolean;
}

export interface Conversation {
  readonly turns: readonly Turn[];
  readonly isRunning: boolean;
  /** Error response to the latest request. */
  readonly refusal: ReadingError | undefined;
  readonly start: (request: ReadingRequest, options?: StartOptions) => void;
  readonly open: (id: string) => void;
  /** Shows readings that are stored on the device. */
  readonly show: (turns: readonly Omit<Turn, 'key'>[]) => void;
  readonly stop: () => void;
  readonly dismiss: () => void;
}

let lastKey = 0;

/**
 * The turns of the conversation, of which at most one is running. Calls `onEnd` with each turn that ended successfully.
 */
export function useConversation(key: string, onEnd: (turn: Turn) => void): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [refusal, setRefusal] = useState<ReadingError>();
  const [isRunning, setRunning] = useState(false);
  const running = useRef<AbortController>(undefined);
  const ended = useRef(onEnd);
  ended.current = onEnd;

  const stop = () => running.current?.abort();
  // Stop the reading on the server when the page closes.
  useEffect(() => {
    addEventListener('pagehide', stop);
    return () => removeEventListener('pagehide', stop);
  }, []);

  const run = async (
    turn: Turn,
    { isFollowUp }: StartOptions,
    read: (options: PageOptions) => Reading,
  ): Promise<void> => {
    stop();
    const abort = (running.current = new AbortController());
    const startedAt = performance.now();
    let state = turn.reading;
    const change = (next: ReadingState) => {
      state = next;
      setTurns((all) => all.map((one) => (one.key === turn.key ? { ...one, reading: next } : one)));
    };
    setRefusal(undefined);
    setRunning(true);
    setTurns((all) => (isFollowUp ? [...all, turn] : [turn]));
    try {
      const onRetry = (error?: ReadingError) => change({ ...state, notice: error ? 'busy' : 'reconnecting' });
      const events = read({ key, signal: abort.signal, onRetry });
      for await (const event of events) change(applyEvent(state, event, performance.now() - startedAt));
      change(closeReading(state));
      ended.current({ ...turn, reading: state });
    } catch (error) {
      if (error instanceof ReadingError && !state.started) {
        setTurns((all) => all.filter((one) => one.key !== turn.key));
        setRefusal(error);
      } else change(closeReading(state, abort.signal.aborted ? 'stopped' : ('lost' satisfies Notice)));
    } finally {
      if (running.current === abort) setRunning(false);
    }
  };

  return {
    turns,
    isRunning,
    refusal,
    start: (request, options = {}) => {
      const turn: Turn = { key: ++lastKey, request, reading: EMPTY_READING, ...pick(options) };
      void run(turn, options, (reading) =>
        startReading({ ...request, ...(options.isRepeated && { isRepeated: true }) }, reading),
      );
    },
    open: (id) => void run({ key: ++lastKey, reading: EMPTY_READING }, {}, (reading) => openReading(id, reading)),
    show: (kept) => {
      stop();
      setRefusal(undefined);
      setTurns(kept.map((turn) => ({ ...turn, key: ++lastKey })));
    },
    stop,
    dismiss: () => setRefusal(undefined),
  };
}

const pick = ({ question }: StartOptions): Pick<Turn, 'question'> => (question ? { question } : {});
