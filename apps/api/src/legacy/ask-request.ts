import type { Focus } from '@app/readings';
import { z } from 'zod';
import { birthFieldsOf } from './birth-fields.js';
import { type Message, conversation } from './conversation.js';
import { themeOf } from './theme-of.js';
import { locale, looseObject, text } from './lenient-schemas.js';

const chartsRequest = z.object({ saju: looseObject, astro: looseObject, theme: text(100), locale });

const askRequest = chartsRequest.extend({
  prompt: text(4_000),
  question: text(4_000),
  session_id: text(200),
  history: conversation,
});

export type ChartInput = Readonly<Record<string, unknown>>;

/** The charts and birth data of a body as input of the destiny kinds. */
function chartInputOf({ saju, astro, theme }: z.infer<typeof chartsRequest>, body: unknown): ChartInput {
  return {
    ...(Object.keys(saju).length > 0 && { saju }),
    ...(Object.keys(astro).length > 0 && { astro }),
    ...birthFieldsOf(looseObject.parse(body)),
    ...(theme !== undefined && { theme: themeOf(theme) }),
  };
}

/** `POST /counselor/init`. @throws ZodError */
export function sessionRequestOf(body: unknown) {
  const request = chartsRequest.parse(body);
  return { locale: request.locale, charts: chartInputOf(request, body) };
}

/** `POST /ask-stream`, `/saju/ask-stream`, `/astrology/ask-stream`. @throws ZodError */
export function askRequestOf(body: unknown, focus: Focus) {
  const request = askRequest.parse(body);
  const { locale: language, session_id: sessionId } = request;
  const { question, history } = lastQuestion(request.prompt ?? request.question, request.history);
  return {
    sessionId,
    focus,
    locale: language,
    charts: chartInputOf(request, body),
    question: { question, history, focus, locale: language },
  };
}

export type AskRequest = ReturnType<typeof askRequestOf>;

/** The prompt, else the user's last turn; the turns before it are the history. */
function lastQuestion(prompt: string | undefined, messages: readonly Message[]) {
  const last = messages.findLastIndex(({ role }) => role === 'user');
  const repeated = prompt === undefined || messages[last]?.content.trim() === prompt.trim();
  const before = repeated && last >= 0 ? messages.slice(0, last) : messages;
  const question = prompt ?? messages[last]?.content;
  if (question === undefined)
    throw new z.ZodError([{ code: 'custom', path: ['prompt'], message: 'must not be empty', input: undefined }]);
  return { question, history: before.slice(-MAX_TURNS) };
}

/** Turns of history that are used; earlier ones have been answered. */
const MAX_TURNS = 20;
