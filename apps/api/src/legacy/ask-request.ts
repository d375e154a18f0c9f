import type { Focus, UserText } from '@app/readings';
import { z } from 'zod';
import { type AskedQuestion, askedQuestion } from './asked-question.js';
import { birthFieldsOf } from './birth-fields.js';
import { lenientConversation } from './conversation.js';
import { textsIn, turnTexts } from './extract-user-text.js';
import { locale, looseObject, text } from './lenient-schemas.js';
import { personaOf } from './persona-of.js';
import { themeOf } from './theme-of.js';
import { toDocuments } from './to-documents.js';

const chartsRequest = z.object({ saju: looseObject, astro: looseObject, theme: text(100), locale });

/** Front ends send their instructions and data together with the question. */
const MAX_PROMPT_LENGTH = 16_000;
/** Maximum question length of the kind's input. */
const MAX_QUESTION_LENGTH = 4_000;

const askRequest = chartsRequest.extend({
  prompt: text(MAX_PROMPT_LENGTH),
  question: text(MAX_PROMPT_LENGTH),
  message: text(MAX_PROMPT_LENGTH),
  session_id: text(200),
  history: lenientConversation,
  messages: lenientConversation,
  counselor_id: text(200),
});

export type ChartInput = Readonly<Record<string, unknown>>;

/** Extracts charts and birth data from a body as input of the destiny kinds. */
function chartInputOf({ saju, astro, theme }: z.infer<typeof chartsRequest>, body: unknown): ChartInput {
  return {
    ...(Object.keys(saju).length > 0 && { saju }),
    ...(Object.keys(astro).length > 0 && { astro }),
    ...birthFieldsOf(looseObject.parse(body)),
    ...(theme !== undefined && { theme: themeOf(theme) }),
  };
}

/** Parses the body of `POST /counselor/init`. @throws ZodError */
export function sessionRequestOf(body: unknown) {
  const request = chartsRequest.parse(body);
  return { locale: request.locale, charts: chartInputOf(request, body) };
}

/** Parses the body of an ask route (`POST /ask-stream` and its variants). @throws ZodError */
export function askRequestOf(body: unknown, focus: Focus) {
  const request = askRequest.parse(body);
  const { locale: language, session_id: sessionId, counselor_id: counsellor } = request;
  const { question, history, context } = questionIn(request);
  if (question === undefined || question === '')
    throw new z.ZodError([{ code: 'custom', path: ['prompt'], message: 'must not be empty', input: undefined }]);
  return {
    sessionId,
    focus,
    locale: language,
    charts: chartInputOf(request, body),
    question: {
      // Cut longer questions at the beginning: front ends insert their additions before the question.
      question: question.slice(-MAX_QUESTION_LENGTH),
      history: history.slice(-MAX_TURNS),
      focus,
      locale: language,
      persona: personaOf(counsellor),
      documents: toDocuments({
        'Context of the application': context,
        'About the person': looseObject.parse(body)['user_context'],
      }),
    },
  };
}

export type AskRequest = ReturnType<typeof askRequestOf>;

/** Maximum number of history turns that the question accepts; older turns are dropped. */
const MAX_TURNS = 50;

const questionIn = ({ prompt, question, message, history, messages }: z.infer<typeof askRequest>): AskedQuestion =>
  askedQuestion(prompt ?? question ?? message, history.length > 0 ? history : messages);

/**
 * The user's text in a body of an ask route, for the safety gate: question and turns, without the instructions of the
 * front end, which may mention the topics that the gate detects. Never throws.
 */
export function askUserText(body: unknown): UserText {
  const given = looseObject.parse(body);
  const turns = ['history', 'messages'].flatMap((name) => turnTexts(given[name]));
  const prompts = ['prompt', 'question', 'message'].flatMap((name) => textsIn(given[name]));
  const asked = prompts.map((prompt) => askedQuestion(prompt, []));
  const texts = asked.flatMap(({ question = '', quoted }) => [question, ...quoted]);
  return {
    texts: [...texts, ...turns].filter((words) => words !== ''),
    locale: locale.parse(given['locale'] ?? given['language']),
  };
}
