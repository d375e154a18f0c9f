import type { Request } from 'express';

const BEARER = /^Bearer +([\x21-\x7e]{1,512}) *$/i;

/** The key in `Authorization: Bearer …` or `X-API-Key`. Not read from the URL, because URLs end up in logs. */
export function presentedKey(request: Pick<Request, 'get'>): string | undefined {
  return BEARER.exec(request.get('Authorization') ?? '')?.[1] ?? (request.get('X-API-Key')?.trim() || undefined);
}
