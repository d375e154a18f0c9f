import { fieldsOf } from './answers/loose-json.js';

/** Fields that hold the words of an error. Other fields may repeat the request, which mentions every parameter. */
const WORDS = ['error', 'message', 'msg', 'code', 'detail', 'details', 'errors', 'description', 'metadata', 'raw'];
const MAX_DEPTH = 6;
/** Number of characters read from bodies that are not JSON. */
const MAX_TEXT = 500;

/** The path of the parameter that an error body names, and all its words. */
export function errorWords(body: string): { readonly param: string; readonly text: string } {
  const value = parsed(body);
  if (value === undefined) return { param: '', text: body.slice(0, MAX_TEXT) };
  return { param: paramOf(value, 0) ?? '', text: wordsIn(value) };
}

/** All words of an error object. */
export const wordsIn = (error: unknown): string => wordsOf(error, 0).join(' ');

function wordsOf(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return (value as unknown[]).flatMap((item) => wordsOf(item, depth + 1));
  const fields = fieldsOf(value);
  const words = WORDS.flatMap((name) => wordsOf(fields[name], depth + 1));
  const path = pathOf(fields);
  // FastAPI: `{"loc":["body","stream_options"],"msg":"Extra inputs are not permitted","type":"extra_forbidden"}`.
  return path === undefined ? words : [path, ...words, ...wordsOf(fields['type'], depth + 1)];
}

function paramOf(value: unknown, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return paramOf(value[0], depth + 1);
  const fields = fieldsOf(value);
  const { param } = fields;
  if (typeof param === 'string' && param !== '') return param;
  return pathOf(fields) ?? WORDS.map((name) => paramOf(fields[name], depth + 1)).find((path) => path !== undefined);
}

const pathOf = ({ loc }: Readonly<Record<string, unknown>>): string | undefined =>
  Array.isArray(loc) ? loc.join('.') : undefined;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
