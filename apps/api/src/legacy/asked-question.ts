import type { Message } from './conversation.js';

/** Marker of the question in a prompt that a front end has assembled. */
const MARKER =
  /^[^\S\n]*[#*>[-]*[^\S\n]*(?:-+\s*user question\s*-+|(?:user(?:'s)? |current )?question\s*[:：]|(?:사용자 |현재 )?질문\s*[:：])[^\S\n]*\**/gim;
/** Text that a front end appends to the question. */
const AFTER = /\n[^\S\n]*(?:---|===|###|(?:answer|답변|답)\s*[:：])[\s\S]*$/i;

/** A user turn of a transcript inside a prompt. */
const SPOKEN = /^[^\S\n]*(?:q|user|질문자|사용자|내담자)\s*[:：](.*)$/gim;

/** What the user says last in a transcript, with at most the beginning of an empty answer after it. */
const LAST_SPOKEN =
  /^[^\S\n]*(?:q|user|질문자|사용자|내담자)\s*[:：]([^\n]*\S)(?:\s*\n[^\S\n]*(?:a|assistant|ai|상담사|답변?)\s*[:：])?\s*(?![^])/im;

/** The question in a body of an ask route, separated from the surrounding instructions and data. */
export interface AskedQuestion {
  readonly question: string | undefined;
  /** The turns before the question. */
  readonly history: readonly Message[];
  /** The rest of the prompt: instructions and data of the front end. */
  readonly context: string;
  /** User turns that occur in the context. */
  readonly quoted: readonly string[];
}

/**
 * Finds the question: the last turn if it is an unanswered user turn, else the text after the last marker in the
 * prompt or the end of a transcript in it, else the whole prompt, else the last user turn.
 */
export function askedQuestion(prompt: string | undefined, messages: readonly Message[]): AskedQuestion {
  const lastTurn = messages.at(-1);
  if (lastTurn?.role === 'user') {
    const history = messages.slice(0, -1);
    const isRepeated = prompt === undefined || prompt.trim() === lastTurn.content.trim();
    return asked(lastTurn.content, history, isRepeated ? '' : prompt);
  }
  if (prompt !== undefined) return askedIn(prompt, messages);
  const last = messages.findLastIndex(({ role }) => role === 'user');
  return asked(messages[last]?.content, messages.slice(0, Math.max(0, last)), '');
}

function askedIn(prompt: string, history: readonly Message[]): AskedQuestion {
  const marker = [...prompt.matchAll(MARKER)].at(-1);
  if (!marker) return askedInTranscript(prompt, history);
  const question = prompt
    .slice(marker.index + marker[0].length)
    .replace(AFTER, '')
    .trim();
  return question === '' ? asked(prompt, history, '') : asked(question, history, prompt.slice(0, marker.index));
}

/** The whole prompt, unless it is a transcript that ends with the user. */
function askedInTranscript(prompt: string, history: readonly Message[]): AskedQuestion {
  const spoken = LAST_SPOKEN.exec(prompt);
  return spoken ? asked(spoken[1], history, prompt.slice(0, spoken.index)) : asked(prompt, history, '');
}

const asked = (question: string | undefined, history: readonly Message[], context: string): AskedQuestion => ({
  question: question?.trim(),
  history,
  context: context.trim(),
  quoted: [...context.matchAll(SPOKEN)].map(([, words = '']) => words.trim()).filter((words) => words !== ''),
});
