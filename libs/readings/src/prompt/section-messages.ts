import { type NumberedPassage, applicablePassages } from '@app/composer';
import type { ChatMessage } from '@app/llm';
import type { PromptContext } from '../reading-definition.js';
import type { ClientDocument } from '../client-documents.js';
import { wordsOfUser } from '../user-text.js';
import { withoutMarker } from './clean-material.js';
import { alternating, recentTurns, turnMessage } from './conversation.js';
import { countKnownText, countTokens } from './count-tokens.js';
import { fitPassages } from './fit-passages.js';
import { clientLine, factsLines, materialBlock, passageLine } from './material-block.js';
import { sectionRules, sharedRules } from './section-rules.js';
import { whileTheyFit } from './while-they-fit.js';

/**
 * Maximum number of tokens of a prompt, counted with o200k. With a quarter in reserve, because other tokenizers need
 * more for Korean, and the longest answer (2 000), a prompt fits a context window of 12 288. Only the user's own text
 * may exceed the limit, because it is never cut.
 */
export const PROMPT_TOKENS = 8_000;

/** Number of tokens that a chat template adds to each message. */
const TOKENS_PER_MESSAGE = 4;

const DEFAULT_ASK = { ko: '읽어 주세요.', en: 'Please read for me.' } as const;

/**
 * The messages of a section. The system message contains only rules: first those that all prompts of the kind share,
 * then the section's own. All external content is in user messages: facts and passages in a block, then the user's
 * words. In a conversation the earlier turns follow as separate messages, and the question comes last.
 * @param note trusted sentence that depends on the request; added to the section's task
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
    { role: 'system', content: `${shared}\n\n${own}`, shared },
    ...alternating([
      { role: 'user', content: block },
      { role: 'user', content: words.before },
      ...spoken,
      { role: 'user', content: words.last },
    ]),
  ];
}

interface UserWords {
  /** The user's details, which precede the turns of a conversation. */
  readonly before: string;
  readonly last: string;
}

/** All text of the user, unchanged except that the marker is removed. */
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
  /** Texts that many prompts share; their token counts are cached. */
  readonly rules: readonly string[];
  readonly outside: readonly string[];
}

/** The block of facts and as many documents as fit into the prompt. */
function material(
  context: PromptContext,
  dropped: readonly ClientDocument[],
  { rules, outside }: Surroundings,
): string {
  const { marker, facts, guide } = context;
  const about = context.factsLines?.() ?? factsLines(facts, guide?.recognised ?? [], marker);
  // The marker occurs three times: once in the rules, and before and after the block.
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
  /** Whether all documents fit. */
  readonly all: boolean;
}

/** The documents that fit into `room` together with `texts`. */
function chosenDocuments(
  context: PromptContext,
  dropped: readonly ClientDocument[],
  texts: readonly string[],
  room: number,
): ChosenDocuments {
  const passages = applicablePassages(context, wordsOfUser(context));
  const written = Object.entries(context.earlier).map(([id, text]) => ({ title: `Already written (${id})`, text }));
  const own = [...dropped, ...written, ...(context.documents ?? [])];
  const choose = (cost: (text: string) => number) =>
    fittingDocuments(
      own,
      passages,
      texts.reduce((left, text) => left - cost(text), room),
    );
  // A text never has more tokens than bytes: when all fits by bytes, the user's words need not be tokenized.
  const byBytes = choose((text) => Buffer.byteLength(text));
  return byBytes.all ? byBytes : choose((text) => countTokens(text, PROMPT_TOKENS));
}

/** Adds the client's documents and earlier sections first, up to half of the room, then passages in the rest. */
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

/** Number of tokens for the number, kind, brackets and line end of a passage's line. */
const LINE_TOKENS = 14;
const lineTokens = ({ title, text }: ClientDocument): number =>
  countKnownText(title) + countKnownText(text) + LINE_TOKENS;
