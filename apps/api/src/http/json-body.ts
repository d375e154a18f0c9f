import { isUtf8 } from 'node:buffer';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { ProblemError } from './problem.error.js';

const MOST_BYTES = 64 * 1024;
/** The deepest input any route takes has five levels; a recursive parser or printer must never meet thousands. */
const MOST_LEVELS = 32;

/** Takes JSON bodies only: UTF-8, at most 64 KB also after inflating, at most 32 levels deep. */
export function jsonBody(): RequestHandler[] {
  return [refuseOtherTypes, express.json({ limit: MOST_BYTES, strict: false, type: () => true, verify: check })];
}

function refuseOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = request.get('Transfer-Encoding') !== undefined || Number(request.get('Content-Length') ?? 0) > 0;
  next(hasBody && !isJson(request) ? new ProblemError('body.unsupported_type') : undefined);
}

/** In UTF-8 only: in other charsets the bytes that `check` looks at are not what is parsed. */
function isJson(request: Request): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(request.get('Content-Type') ?? '')?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(charset) && Boolean(request.is(['application/json', 'application/*+json']));
}

function check(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new ProblemError('body.malformed', { detail: 'The body is not valid UTF-8.' });
  if (levels(body) > MOST_LEVELS) throw new ProblemError('body.too_deep');
}

/** Depth of the deepest bracket outside strings; works on bytes, so that nothing is parsed before it is known. */
export function levels(json: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (inString && byte === BACKSLASH) at++;
    else if (byte === QUOTE) inString = !inString;
    else if (!inString && (byte === BRACE || byte === BRACKET)) deepest = Math.max(deepest, ++depth);
    else if (!inString && (byte === BRACE_END || byte === BRACKET_END)) depth--;
  }
  return deepest;
}

const [QUOTE, BACKSLASH, BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
