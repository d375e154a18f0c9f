import { isUtf8 } from 'node:buffer';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { httpProblem } from './http-problem.error.js';

/** The deepest input of any route has five levels; the limit protects recursive code from a stack overflow. */
const MAX_DEPTH = 32;
const TYPE = /^(?:application|text)\/(?:json|[\w.-]+\+json)$/i;
const CHARSET = /charset\s*=\s*["']?([^\s"';,]*)/i;
/** Spellings of UTF-8, and its subset ASCII. */
const CHARSETS: ReadonlySet<string> = new Set(['', 'utf-8', 'utf8', 'us-ascii', 'ascii']);

/**
 * Parses JSON bodies only: UTF-8 (with or without BOM), at most 32 levels deep and `maxBytes` long, also after
 * decompression. Skips a body that an earlier parser has read, so a route with a larger limit must be mounted first.
 */
export function jsonBody({ maxBytes }: { readonly maxBytes: number }): RequestHandler[] {
  const parse = express.json({ limit: maxBytes, strict: false, type: () => true, verify });
  return [rejectOtherTypes, parse, dropForeignLengths];
}

function rejectOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = request.get('Transfer-Encoding') !== undefined || Number(request.get('Content-Length') ?? 0) > 0;
  if (!hasBody) return next();
  const { headers } = request;
  if (!isJson(headers['content-type'] ?? '')) return next(httpProblem('body.unsupported_type'));
  // The parser accepts fewer spellings.
  headers['content-type'] = 'application/json';
  if (headers['content-encoding']?.toLowerCase() === 'x-gzip') headers['content-encoding'] = 'gzip';
  next();
}

function dropForeignLengths(request: Request, _response: Response, next: NextFunction): void {
  dropLengths(request.body);
  next();
}

/** Removes fields `length` that are objects: zod's length checks read the `length` of any object and throw on these. */
function dropLengths(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && 'length' in value && typeof value.length === 'object') delete value.length;
  for (const item of Object.values(value)) dropLengths(item);
}

/** Whether the body is JSON in UTF-8. In another charset `verify` would check different bytes than the parser reads. */
function isJson(contentType: string): boolean {
  // Proxies join repeated headers with a comma.
  const [type = ''] = contentType.split(/[;,]/);
  const [, charset = ''] = CHARSET.exec(contentType) ?? [];
  return TYPE.test(type.trim()) && CHARSETS.has(charset.toLowerCase());
}

function verify(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw httpProblem('body.malformed', { detail: 'The body is not valid UTF-8.' });
  if (jsonDepth(body) > MAX_DEPTH) throw httpProblem('body.too_deep');
}

/** Nesting depth of the brackets outside strings; reads bytes, so nothing is parsed before the depth is known. */
export function jsonDepth(json: Uint8Array): number {
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
