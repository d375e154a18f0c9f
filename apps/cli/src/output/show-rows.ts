import type { RankedRow } from '@app/rag';
import { printable } from '@app/text';

/** Printed characters per passage. */
const SHOWN = 240;

/** Formats rows for a terminal. */
export function rowLines(rows: readonly RankedRow[]): string {
  if (rows.length === 0) return 'No results.\n';
  const lines = rows.map(({ title, collection, document, score, text }, index) => {
    const place = `[${printable(collection)}: ${printable(document)}] ${score.toFixed(3)}`;
    return `${index + 1}. ${printable(title)}  ${place}\n   ${excerpt(text)}\n`;
  });
  return lines.join('');
}

function excerpt(text: string): string {
  const line = printable(text.replace(/\s+/g, ' '));
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).trimEnd()}…`;
}
