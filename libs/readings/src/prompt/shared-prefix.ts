/** The longest common prefix of all texts. Never splits a surrogate pair. */
export function sharedPrefix([first = '', ...others]: readonly string[]): string {
  const length = others.reduce((shortest, text) => Math.min(shortest, equalUntil(first, text)), first.length);
  const splitsPair = length > 0 && length < first.length && isHighSurrogate(first.charCodeAt(length - 1));
  return first.slice(0, splitsPair ? length - 1 : length);
}

function equalUntil(left: string, right: string): number {
  let at = 0;
  while (at < left.length && at < right.length && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  return at;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd8_00 && code <= 0xdb_ff;
