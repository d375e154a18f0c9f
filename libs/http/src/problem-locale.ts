import type { Request } from 'express';

/** Languages of the texts in problem documents. */
export type ProblemLocale = 'ko' | 'en';

/** Language for a request: the body's `locale`, else the best of `Accept-Language`, else English. */
export function problemLocale(request: Request): ProblemLocale {
  const body: unknown = request.body;
  const locale = typeof body === 'object' && body !== null && 'locale' in body ? body.locale : undefined;
  if (locale === 'ko' || locale === 'en') return locale;
  return request.acceptsLanguages('en', 'ko') === 'ko' ? 'ko' : 'en';
}
