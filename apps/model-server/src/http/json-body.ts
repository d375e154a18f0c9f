import { isUtf8 } from 'node:buffer';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { ProblemError } from './problem.error.js';

/** 256 texts of 16 KB; more is better sent in pieces. */
const MOST_BYTES = 4 * 1024 * 1024;

/** JSON bodies only: UTF-8, at most 4 MB also after inflating. */
export function jsonBody(): RequestHandler[] {
  return [refuseOtherTypes, express.json({ limit: MOST_BYTES, type: () => true, verify: checkEncoding })];
}

function refuseOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  const other = request.method === 'POST' && !request.is(['application/json', 'application/*+json']);
  next(other ? new ProblemError('body.unsupported_type') : undefined);
}

function checkEncoding(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new ProblemError('body.malformed');
}
