import type { HttpProblem } from './http-problem.error.js';
import type { ProblemLocale } from './problem-locale.js';

interface InLocale {
  readonly locale: ProblemLocale;
}

const ENGLISH: InLocale = { locale: 'en' };

/** The body of an `application/problem+json` response. */
export function problemDocument(problem: HttpProblem, requestId: string, { locale }: InLocale = ENGLISH): string {
  const { code, status, retryable } = problem;
  const type = `/docs/errors#${code}`;
  return JSON.stringify({ type, ...problemTexts(problem, locale), status, code, requestId, retryable });
}

/** Title, detail and field messages in one language. */
function problemTexts({ title, titleKo, message, detailKo, errors }: HttpProblem, locale: ProblemLocale) {
  const isKorean = locale === 'ko';
  return {
    title: isKorean ? titleKo : title,
    detail: isKorean ? detailKo : message,
    errors: errors.map(({ field, message: english, messageKo }) => ({
      field,
      message: isKorean ? (messageKo ?? english) : english,
    })),
  };
}

/** `type` of an error in OpenAI's shape, by status. */
const OPENAI_TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  429: 'rate_limit_error',
};

/** The same with the field that OpenAI clients read: `{"error":{message,type,param,code}}`. */
export function openAiProblemDocument(problem: HttpProblem, requestId: string, locale: InLocale = ENGLISH): string {
  const { status, code } = problem;
  const { detail, errors } = problemTexts(problem, locale.locale);
  const type = OPENAI_TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'server_error');
  const message = [detail, ...errors.map(({ field, message: why }) => `${field}: ${why}`)].join(' ');
  const document = JSON.parse(problemDocument(problem, requestId, locale)) as object;
  return JSON.stringify({ ...document, error: { message, type, param: errors[0]?.field ?? null, code } });
}
