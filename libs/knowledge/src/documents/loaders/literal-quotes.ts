/**
 * Quotes every cell of a table that contains quotation marks but is not quoted as a whole: `16" wide`, `"A" and "B"`, or
 * a cell whose quotation mark is never closed. A parser would join such a cell with the cells and rows after it.
 */
export function withLiteralQuotes(table: string, delimiter: string): string {
  let result = '';
  let copied = 0;
  for (let next = 0, mark = table.indexOf('"'); mark >= 0; mark = table.indexOf('"', next)) {
    const before = table.slice(next, mark);
    const start = next + 1 + Math.max(before.lastIndexOf('\n'), before.lastIndexOf(delimiter));
    const closing = table.slice(start, mark).trim() === '' ? closingMark(table, mark, delimiter) : undefined;
    next = closing === undefined ? endOfCell(table, mark, delimiter) : closing + 1;
    if (closing !== undefined) continue;
    result += `${table.slice(copied, start)}"${table.slice(start, next).trim().replaceAll('"', '""')}"`;
    copied = next;
  }
  return result + table.slice(copied);
}

/** Index of the mark that closes a quoted cell; undefined when the next single mark does not end the cell. */
function closingMark(table: string, opening: number, delimiter: string): number | undefined {
  let at = table.indexOf('"', opening + 1);
  while (at >= 0 && table[at + 1] === '"') at = table.indexOf('"', at + 2);
  if (at < 0) return undefined;
  let after = at + 1;
  while (table[after] === ' ') after++;
  return [undefined, '\n', delimiter].includes(table[after]) ? at : undefined;
}

function endOfCell(table: string, from: number, delimiter: string): number {
  let at = from;
  while (at < table.length && table[at] !== '\n' && table[at] !== delimiter) at++;
  return at;
}
