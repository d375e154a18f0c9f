import { Observable } from 'rxjs';
import type { LlmDelta } from '@app/llm';
import { LlmError } from '@app/llm';

const WORD = /\s*\S+\s*/gu;

/**
 * The text word by word, each with the space after it, one word a turn of the event loop: sections written at the same
 * time interleave on the wire and none keeps the loop busy. Cold: the text is made on subscription. Unsubscribing stops
 * it before the next word.
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
