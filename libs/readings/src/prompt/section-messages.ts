import { type NumberedPassage, applicablePassages } from '@app/composer';
import type { ChatMessage } from '@app/llm';
import type { PromptContext } from '../reading-definition.js';
import type { ClientDocument } from '../client-documents.js';
import { withoutMarker } from './clean-material.js';
import { alternating, recentTurns, turnMessage } from './conversation.js';
import { countKnownText, countTokens } from './count-tokens.js';
import { fitPassages } from './fit-passages.js';
import { clientLine, factsLines, materialBlock, passageLine } from './material-block.js';
import { sectionRules, sharedRules } from './section-rules.js';
import { whileTheyFit } from './while-they-fit.js';

/**
 * Tokens of a whole prompt, counted with o200k. With a quarter in reserve, because other tokenizers need more for Korean,
 * and the longest answer (2 000) it fits a window of 12 288. Only what the user wrote may exceed it: that is never cut.
 */
export const PROMPT_TOKENS = 8_000;

/** What a chat template puts around a message. */
const TOKENS_PER_MESSAGE = 4;

const DEFAULT_ASK = { ko: '읽어 주세요.', en: 'Please read for me.' } as const;

/**
 * The messages of a section. The system message holds rules only: those that all prompts of the kind share first, then
 * the section's own. Everything from outside is in the user's messages: facts and passages in a block, then the user's
 * words; in a conversation the earlier turns follow as turns, and the question comes last.
 * @param note a sentence of ours that depends on the request
 */
export function sectionMessages(context: PromptContext, note = ''): readonly ChatMessage[] {
  const shared = sharedRules(context);
  const own = sectionRules(context, note);
  const { turns, dropped } = recentTurns(context.history ?? []);
  const spoken = turns.map((turn) => turnMessage(turn, context.marker));
  const words = userWords(context, turns.length > 0);
  const outside = [...spoken.map(({ content }) => content), ...Object.values(words)];
  const block = material(context, dropped, { rules: [shared, withoutMarker(own, context.marker)], outside });
  return [
    { role: 'system', content: `${shared}\n\n${own}` },
    ...alternating([
      { role: 'user', content: block },
      { role: 'user', content: words.before },
      ...spoken,
      { role: 'user', content: words.last },
    ]),
  ];
}

interface UserWords {
  /** What a conversation is about, before its turns. */
  readonly before: string;
  readonly last: string;
}

/** Everything the user wrote, word for word but for the marker, which they cannot know. */
function userWords(
  { question, details = [], guide, locale, marker }: PromptContext,
  isConversation: boolean,
): UserWords {
  const asked = question || (guide?.ask ?? DEFAULT_ASK)[locale];
  const clean = (texts: readonly string[]) => withoutMarker(texts.join('\n\n'), marker);
  return isConversation
    ? { before: clean(details), last: clean([asked]) }
    : { before: '', last: clean([asked, ...details]) };
}

interface Surroundings {
  /** Known texts: counted once. */
  readonly rules: readonly string[];
  readonly outside: readonly string[];
}

/** Facts and as many documents as fit beside all else. */
function material(
  context: PromptContext,
  dropped: readonly ClientDocument[],
  { rules, outside }: Surroundings,
): string {
  const { marker, facts, guide } = context;
  const about = context.factsLines?.() ?? factsLines(facts, guide?.recognised ?? [], marker);
  // Four markers: named in the rules, around the block, and one for what surrounds the messages.
  const texts = [...about, ...outside, marker, marker, marker];
  const fixed = rules.reduce((sum, text) => sum + countKnownText(text), TOKENS_PER_MESSAGE * (outside.length + 2));
  const { brought, found } = chosenDocuments(context, dropped, texts, PROMPT_TOKENS - fixed);
  const lines = [
    ...brought.map((document) => clientLine(document, marker)),
    ...found.map((passage) => passageLine(passage, marker)),
  ];
  return materialBlock([...about, ...lines], marker);
}

interface ChosenDocuments {
  readonly brought: readonly ClientDocument[];
  readonly found: readonly NumberedPassage[];
  /** Nothing was left out. */
  readonly all: boolean;
}

/** The documents that fit into what `texts` leave of the room. */
function chosenDocuments(
  context: PromptContext,
  dropped: readonly ClientDocument[],
  texts: readonly string[],
  room: number,
): ChosenDocuments {
  const passages = applicablePassages(context, wordsOf(context));
  const written = Object.entries(context.earlier).map(([id, text]) => ({ title: `Already written (${id})`, text }));
  const own = [...dropped, ...written, ...(context.documents ?? [])];
  const choose = (cost: (text: string) => number) =>
    fittingDocuments(
      own,
      passages,
      texts.reduce((left, text) => left - cost(text), room),
    );
  // No text has more tokens than bytes: where all fits by bytes the user's words need not be counted.
  const byBytes = choose((text) => Buffer.byteLength(text));
  return byBytes.all ? byBytes : choose((text) => countTokens(text, PROMPT_TOKENS));
}

/** All the user wrote: it decides which passages apply. */
const wordsOf = ({ question, details = [], history = [] }: PromptContext): string =>
  [...history.filter(({ speaker }) => speaker === 'person').map(({ text }) => text), ...details, question].join('\n');

/** The client's own material and earlier sections first, in at most half of the room; passages in the rest. */
function fittingDocuments(
  own: readonly ClientDocument[],
  passages: readonly NumberedPassage[],
  room: number,
): ChosenDocuments {
  const brought = whileTheyFit(own, room / 2, lineTokens);
  const left = room - brought.reduce((sum, document) => sum + lineTokens(document), 0);
  const found = fitPassages(passages, left, lineTokens);
  return { brought, found, all: brought.length === own.length && found.length === passages.length };
}

/** Number, kind, brackets and line end stand around title and text. */
const LINE_TOKENS = 14;
const lineTokens = ({ title, text }: ClientDocument): number =>
  countKnownText(title) + countKnownText(text) + LINE_TOKENS;
