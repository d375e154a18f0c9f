import { printable } from '@app/text';

/** A row that a search found, as printed by `--json`. */
export interface FoundRow {
  readonly id: string;
  readonly collection: string;
  readonly document: string;
  readonly title: string;
  readonly source: string;
  readonly score: number;
  readonly lexicalRank?: number | undefined;
  readonly vectorRank?: number | undefined;
  readonly text: string;
}

/** Printed characters per passage. */
const SHOWN = 240;

/** Formats rows for a terminal. */
export function rowLines(rows: readonly FoundRow[]): string {
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
