import type { ChatMessage } from '@app/llm';
import type { PromptContext } from '../reading-definition.js';
import type { SuppliedDocument } from '../supplied-documents.js';
import { withoutMarker } from './clean-material.js';
import { countKnownText, countTokens } from './count-tokens.js';
import { fitEvidence } from './fit-evidence.js';
import { evidenceLine, factsLine, materialBlock, suppliedLine } from './material-block.js';
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
  const facts = countedFacts(context);
  const fixed = rulesTokens(context, task) + facts.tokens + countTokens(marker) * 2 + TOKENS_PER_MESSAGE * 2;
  const room = PROMPT_TOKENS - fixed - countTokens(user, PROMPT_TOKENS);
  const { lines, evidence } = documents(context, room);
  const block = materialBlock([facts.line, ...lines], marker);
  return [
    { role: 'system', content: `${promptRules(context, task, evidence)}\n\n${block}` },
    { role: 'user', content: user },
  ];
}

interface CountedFacts {
  readonly marker: string;
  readonly line: string;
  readonly tokens: number;
}

/** The sections of a reading share its facts and its marker. */
const factsOfReadings = new WeakMap<object, CountedFacts>();

function countedFacts(context: PromptContext): CountedFacts {
  const { marker } = context;
  const known = factsOfReadings.get(context.facts);
  if (known?.marker === marker) return known;
  const line = factsLine(context.facts, marker);
  const counted = { marker, line, tokens: countTokens(line) };
  factsOfReadings.set(context.facts, counted);
  return counted;
}

/** Rules for all documents are the longest these rules can be. But for the marker readings share them. */
const rulesTokens = (context: PromptContext, task: string): number =>
  countKnownText(promptRules({ ...context, marker: '' }, task, context.evidence)) + countTokens(context.marker);

/** The client's own material and earlier sections first, in at most half of the room; what was found in the rest. */
function documents({ marker, evidence, documents: supplied = [], earlier }: PromptContext, room: number) {
  const written = Object.entries(earlier).map(([section, text]) => ({ title: `Already written (${section})`, text }));
  const brought = whileTheyFit([...written, ...supplied], room / 2, lineTokens);
  const left = room - brought.reduce((sum, document) => sum + lineTokens(document), 0);
  const found = fitEvidence(evidence, left, lineTokens);
  const lines = [
    ...brought.map((document) => suppliedLine(document, marker)),
    ...found.map((document) => evidenceLine(document, marker)),
  ];
  return { lines, evidence: found };
}

/** A document's title and text, and the number, brackets and line end around them. */
const lineTokens = ({ title, text }: SuppliedDocument): number => countKnownText(title) + countKnownText(text) + 8;

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
