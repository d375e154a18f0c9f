import { Observable } from 'rxjs';
import { type LlmDelta, LlmError } from '@app/llm';

const WORD = /\s*\S+\s*/gu;

/**
 * Emits a text word by word, each word with the following space and in a separate event-loop turn, so that concurrent
 * sections interleave and none blocks the event loop. Cold: `write` runs on subscription. Unsubscribing stops before
 * the next word.
 */
export function streamWords(write: () => { readonly text: string; readonly reason: string }): Observable<LlmDelta> {
  return new Observable((subscriber) => {
    let turn: NodeJS.Immediate;
    const say = (words: readonly string[], index: number, reason: string) => {
      const word = words[index];
      if (word === undefined) {
        subscriber.next({ type: 'finish', reason });
        subscriber.complete();
        return;
      }
      turn = setImmediate(say, words, index + 1, reason);
      subscriber.next({ type: 'text', pieces: [word] });
    };
    const start = () => {
      try {
        const { text, reason } = write();
        say(text.match(WORD) ?? [], 0, reason);
      } catch (cause) {
        subscriber.error(new LlmError('llm.unavailable', 'The section could not be written', { cause }));
      }
    };
    turn = setImmediate(start);
    return () => clearImmediate(turn);
  });
}
