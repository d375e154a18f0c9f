import { errorWords } from '../error-words.js';

/** A parameter that an upstream named in the body of an error. */
export interface RejectedParameter {
  readonly name: string;
  /** The largest accepted value; set when the value was rejected and not the parameter itself. */
  readonly maximum?: number;
}

/** Errors about a prompt that is too long: other parameters do not help. */
const TOO_LONG = /context[ _]?(?:length|window|size)|too many tokens|(?:prompt|input) is too long|inputs?`? tokens \+/i;
/** The context length and the length of the prompt, in that order. */
const CONTEXT =
  /(?:context (?:length|window) (?:is|of)|tokens`? must be <=)\D{0,24}(\d{2,7})[^]*?(\d{1,7}) (?:in the messages|(?:input|prompt|`inputs`) tokens|of text input)/i;
const UNSUPPORTED =
  /unsupported|not support|unrecogni[sz]ed|unknown|unexpected|not permitted|not allowed|not enabled|extra|must be verified|should not exist/i;
/** Words with which an error of the server itself rejects a part of the request. */
const REFUSED_PART =
  /unsupported|not support|unrecogni[sz]ed|not (?:permitted|allowed|enabled)|(?:unknown|unexpected|extra)(?: \w+)? (?:parameter|argument|field|keyword|input|role)|must be verified|should not exist/i;
/** Not every error with the word: `unexpected end of stream` rejects nothing. */
const STREAM_REFUSED =
  /stream\w*\W{0,3}(?:is |are )?(?:not |un)(?:supported|allowed|enabled|available)|(?:unsupported|not support\w*|unrecogni[sz]ed|not permitted|unknown|extra|verified to)[^.]{0,60}\bstream/i;
const MAXIMUM =
  /(?:at most|maximum(?: value)?(?: of| is)?|less than or equal to|<=|up to)\D{0,24}(\d{2,7})|(?:range|between)\D{0,40}\d{1,7}\D{1,24}(\d{2,7})|(?<!\bbe) > (\d{2,7})/i;
/** Words that bound a parameter's value; such a message may mention the context window, too. */
const BOUND = /less than or equal to|\brange\b|\bbetween\b/i;
const ROLE = /\broles?\b|messages?\[\d+\]|\b(?:system|developer) (?:message|prompt|instruction)/i;
/** Errors of prompt templates that have no place for the instructions' role; many do not name it. */
const TEMPLATE =
  /roles? must alternate|unexpected (?:message )?role|only user.{0,40} roles?|(?:system|developer) (?:role|message|prompt|instruction)s?.{0,40}not (?:supported|enabled|allowed)/i;
/** A suggestion at the end of a message names a parameter that was not rejected. */
const SUGGESTION = /did you mean.*$/is;
const LIMIT_SYNONYMS = ['max_new_tokens', 'max_output_tokens', 'num_predict'];
/** Other names of parameters. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  max_tokens: LIMIT_SYNONYMS,
  max_completion_tokens: LIMIT_SYNONYMS,
  reasoning_effort: ['thinking'],
  stream: ['streaming'],
};

/**
 * The parameter that an error body names, among those that were sent. Reads only the error's own fields, not the
 * request that some servers repeat in the body.
 * @param sent names of parameters, and roles of messages
 * @param isClientError false when the status does not say that the request is to blame: the words must then say it
 * @param minLimit the smallest limit of tokens that does not cut later answers
 */
export function rejectedParameter(
  body: string,
  sent: readonly string[],
  { isClientError, minLimit }: { readonly isClientError: boolean; readonly minLimit: number },
): RejectedParameter | undefined {
  const { param, text: words } = errorWords(body);
  const text = words.replace(SUGGESTION, '');
  if (!isClientError && !REFUSED_PART.test(text) && !TEMPLATE.test(text)) return undefined;
  if (TOO_LONG.test(text) && !BOUND.test(text)) return limitWithin(text, sent, minLimit);
  const role = rejectedRole(`${param} ${text}`, sent.filter(isRole));
  if (role !== undefined) return { name: role };
  const name = sent.find((known) => !isRole(known) && isLast(param, known)) ?? firstMentioned(text, sent);
  if (name === undefined || (name === 'stream' && !rejectsStream(param, text))) return undefined;
  const maximum = UNSUPPORTED.test(text) ? undefined : maximumIn(text);
  return maximum ? { name, maximum } : { name };
}

/**
 * The tokens that a prompt leaves in a context that is too short for the requested limit. The limit is kept for later
 * requests, so one that would cut their answers is not taken.
 */
function limitWithin(text: string, sent: readonly string[], minLimit: number): RejectedParameter | undefined {
  const [, context, prompt] = CONTEXT.exec(text) ?? [];
  const maximum = Number(context) - Number(prompt);
  const name = sent.find((known) => known === 'max_tokens' || known === 'max_completion_tokens');
  return name !== undefined && maximum >= minLimit ? { name, maximum } : undefined;
}

function maximumIn(text: string): number | undefined {
  const maximum = (MAXIMUM.exec(text) ?? []).slice(1).find((digits) => digits !== undefined);
  return maximum === undefined ? undefined : Number(maximum);
}

const rejectsStream = (param: string, text: string): boolean =>
  STREAM_REFUSED.test(text) || (isLast(param, 'stream') && UNSUPPORTED.test(text));

const isRole = (name: string): boolean => name === 'system' || name === 'developer';

function rejectedRole(text: string, roles: readonly string[]): string | undefined {
  if (TEMPLATE.test(text)) return roles[0];
  return ROLE.test(text) ? roles.find((name) => positionOf(name, text) >= 0) : undefined;
}

/** Whether the path ends in the name: `temperature`, `body.temperature`, `generation_config/temperature`. */
const isLast = (path: string, name: string): boolean => path.split(/[./\s]/).at(-1) === name;

/** Position of the name in any spelling: `max_tokens`, `maxTokens`, `max tokens`. */
const positionOf = (name: string, text: string): number =>
  text.search(new RegExp(`\\b${name.replaceAll(/\W/g, '.').replaceAll('_', '[_ -]?')}\\b`, 'i'));

function firstMentioned(text: string, sent: readonly string[]): string | undefined {
  const found = sent
    .filter((name) => !isRole(name))
    .flatMap((name) => [name, ...(SYNONYMS[name] ?? [])].map((word) => ({ name, at: positionOf(word, text) })))
    .filter(({ at }) => at >= 0);
  return found.toSorted((a, b) => a.at - b.at)[0]?.name;
}
