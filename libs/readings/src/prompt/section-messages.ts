import type { ChatMessage } from '@app/llm';
import type { NumberedPassage } from '@app/composer';
import type { PromptContext } from '../reading-definition.js';
import type { ClientDocument } from '../client-documents.js';
import { withoutMarker } from './clean-material.js';
import { countKnownText, countTokens } from './count-tokens.js';
import { fitPassages } from './fit-passages.js';
import { passageLine, factsLine, materialBlock, clientLine } from './material-block.js';
import { promptRules } from './prompt-rules.js';

/**
 * Tokens of a whole prompt. The smallest window that model servers offer by default is 8 192; less the longest section
 * (900), and a fifth of the rest in reserve, because other models need more tokens for Korean than o200k counts. Only
 * what the user wrote may go beyond it: that is never cut, whatever the documents lose.
 */
export const PROMPT_TOKENS = 6_000;

/** What a chat template puts around a message. */
const TOKENS_PER_MESSAGE = 4;

/**
 * The messages of a section. From the system: rules, facts and documents, the latter two in a block of their own. From
 * the user: what the user wrote, or `ask` when they wrote nothing – and nowhere else.
 */
export function sectionMessages(context: PromptContext, task: string, ask: string): readonly ChatMessage[] {
  const { marker } = context;
  const user = userText(context, ask);
  const facts = context.factsLine?.() ?? factsLine(context.facts, marker);
  const { brought, found } = documents(context, [facts, user, marker, marker], rulesTokens(context, task));
  const lines = [
    ...brought.map((document) => clientLine(document, marker)),
    ...found.map((document) => passageLine(document, marker)),
  ];
  const block = materialBlock([facts, ...lines], marker);
  return [
    { role: 'system', content: `${promptRules(context, task, found)}\n\n${block}` },
    { role: 'user', content: user },
  ];
}

/** Rules for all documents are the longest these rules can be. But for the marker readings share them. */
const rulesTokens = (context: PromptContext, task: string): number =>
  countKnownText(promptRules({ ...context, marker: '' }, task, context.passages)) + countTokens(context.marker);

interface ChosenDocuments {
  readonly brought: readonly ClientDocument[];
  readonly found: readonly NumberedPassage[];
  /** Nothing had to be left out. */
  readonly all: boolean;
}

/** The documents that fit beside `texts` and the rules. */
function documents(context: PromptContext, texts: readonly string[], rules: number): ChosenDocuments {
  const room = (tokens: (text: string) => number) =>
    texts.reduce((left, text) => left - tokens(text), PROMPT_TOKENS - rules - TOKENS_PER_MESSAGE * 2);
  // No text has more tokens than bytes: where all fits by bytes nothing need be counted.
  const byBytes = fittingDocuments(
    context,
    room((text) => Buffer.byteLength(text)),
  );
  return byBytes.all
    ? byBytes
    : fittingDocuments(
        context,
        room((text) => countTokens(text, PROMPT_TOKENS)),
      );
}

/** The client's own material and earlier sections first, in at most half of the room; what was found in the rest. */
function fittingDocuments({ passages, documents: supplied = [], earlier }: PromptContext, room: number) {
  const written = Object.entries(earlier).map(([section, text]) => ({ title: `Already written (${section})`, text }));
  const own = [...written, ...supplied];
  const brought = whileTheyFit(own, room / 2, lineTokens);
  const left = room - brought.reduce((sum, document) => sum + lineTokens(document), 0);
  const found = fitPassages(passages, left, lineTokens);
  return { brought, found, all: brought.length === own.length && found.length === passages.length };
}

/** A document's title and text, and the number, brackets and line end around them. */
const lineTokens = ({ title, text }: ClientDocument): number => countKnownText(title) + countKnownText(text) + 8;

/** Everything the user wrote, word for word but for the marker, which they cannot mean. */
function userText({ question, details = [], history = [], marker }: PromptContext, ask: string): string {
  const said = history.map(({ speaker, text }) => `${speaker === 'person' ? 'I said' : 'You said'}: ${text}`);
  const recent = whileTheyFit(said.toReversed(), PROMPT_TOKENS / 2, countTokens).toReversed();
  return withoutMarker([...recent, question || ask, ...details].join('\n\n'), marker);
}

/** The first entries that go into `room` tokens together. */
function whileTheyFit<Entry>(
  entries: readonly Entry[],
  room: number,
  cost: (entry: Entry) => number,
): readonly Entry[] {
  let left = room;
  const end = entries.findIndex((entry) => (left -= cost(entry)) < 0);
  return end < 0 ? entries : entries.slice(0, end);
}
