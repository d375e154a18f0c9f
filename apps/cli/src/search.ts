import { askServer } from './ask-server.js';
import type { SearchOptions } from './command-options.js';
import { type FoundRow, rowLines } from './output/show-rows.js';

/** Prints the best passages. @throws ServerRefusedError, or KnowledgeError when the tables cannot be searched. */
export async function search(given: string, options: SearchOptions): Promise<void> {
  const text = given.normalize('NFC');
  const rows = (await askServer(text, options)) ?? (await inThisProcess(text, options));
  process.stdout.write(options.json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : rowLines(rows));
}

/** The modules that open tables and model take most of the time of a search, so they are loaded only here. */
async function inThisProcess(text: string, options: SearchOptions): Promise<readonly FoundRow[]> {
  const { searchTables } = await import('./search-tables.js');
  return searchTables(text, options);
}
