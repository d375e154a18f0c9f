import { fieldsOf } from '../answers/loose-json.js';

/** A parameter that an upstream named in a 400 or 422. */
export interface RejectedParameter {
  readonly name: string;
  /** The largest accepted value; set when the value was rejected and not the parameter itself. */
  readonly maximum?: number;
}

/** Errors about a prompt that is too long: other parameters do not help. */
const TOO_LONG = /context[ _]?(?:length|window|size)|too many tokens|prompt is too long|input is too long/i;
const UNKNOWN_NAME = /unsupported|not supported|unrecogni[sz]ed|unknown|unexpected|not permitted|not allowed|extra/i;
const MAXIMUM = /(?:at most|maximum(?: value)?(?: of| is)?|less than or equal to|<=|up to)\D{0,24}(\d{2,7})/i;
const ROLE = /\broles?\b|messages?\[\d+\]|\bsystem (?:message|prompt|instruction)/i;
/** Number of characters read from bodies that are not JSON. */
const MAX_TEXT = 500;

/**
 * The parameter that an error body names, among those that were sent. Reads only the error's own fields, not the
 * request that some servers repeat in the body.
 * @param sent names of parameters, and roles of messages
 */
export function rejectedParameter(body: string, sent: readonly string[]): RejectedParameter | undefined {
  const { param, text } = wordsOf(body);
  if (TOO_LONG.test(text)) return undefined;
  const roles = sent.filter(isRole);
  const isAboutRole = ROLE.test(`${param} ${text}`);
  if (isAboutRole) {
    const role = roles.find((name) => mentions(text, name));
    if (role) return { name: role };
  }
  const name = sent.find((known) => !isRole(known) && isLast(param, known)) ?? firstMentioned(text, sent);
  if (name === undefined) return undefined;
  const maximum = UNKNOWN_NAME.test(text) ? undefined : Number(MAXIMUM.exec(text)?.[1]);
  return maximum ? { name, maximum } : { name };
}

const isRole = (name: string): boolean => name === 'system' || name === 'developer';

/** Whether the path ends in the name: `temperature`, `body.temperature`, `generation_config/temperature`. */
const isLast = (path: string, name: string): boolean => path.split(/[./\s]/).at(-1) === name;

const mentions = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);

function firstMentioned(text: string, sent: readonly string[]): string | undefined {
  const found = sent
    .filter((name) => !isRole(name))
    .map((name) => ({ name, at: text.search(new RegExp(`\\b${name.replaceAll(/[^\w]/g, '.')}\\b`)) }))
    .filter(({ at }) => at >= 0);
  return found.toSorted((a, b) => a.at - b.at)[0]?.name;
}

function wordsOf(body: string): { readonly param: string; readonly text: string } {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { param: '', text: body.slice(0, MAX_TEXT) };
  }
  const root = fieldsOf(Array.isArray(value) ? value[0] : value);
  const { error } = root;
  const object = typeof error === 'string' ? { message: error } : { ...root, ...fieldsOf(error) };
  const { param, message, code, detail } = object as Readonly<Record<string, unknown>>;
  const details = Array.isArray(detail) ? (detail as unknown[]).map(pydantic) : [];
  const texts = [message, code, typeof detail === 'string' ? detail : '', ...details];
  return {
    param: typeof param === 'string' ? param : (details[0]?.split(' ')[0] ?? ''),
    text: texts.filter((text) => typeof text === 'string').join(' '),
  };
}

/**
 * One error of FastAPI's 422 as text:
 * `{"loc":["body","stream_options"],"msg":"Extra inputs are not permitted","type":"extra_forbidden"}`.
 */
function pydantic(detail: unknown): string {
  const { loc, msg, type } = fieldsOf(detail);
  const path = Array.isArray(loc) ? loc.join('.') : '';
  return [path, msg, type].filter((text) => typeof text === 'string').join(' ');
}
