import type { RankedRow } from '@app/rag';
import { askServer } from './ask-server.js';
import type { SearchOptions } from './command-options.js';
import { rowLines } from './output/show-rows.js';

/** Prints the best passages. @throws ServerRefusedError, or KnowledgeError when the tables cannot be searched. */
export async function search(given: string, options: SearchOptions): Promise<void> {
  const text = given.normalize('NFC');
  const rows = (await askServer(text, options)) ?? (await inThisProcess(text, options));
  process.stdout.write(options.json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : rowLines(rows));
}

/** Loading modules takes half of the time of a search. The model loads in a thread meanwhile. */
async function inThisProcess(text: string, options: SearchOptions): Promise<readonly RankedRow[]> {
  const { openEmbedder } = await import('./open-embedder.js');
  const embedder = openEmbedder();
  try {
    const { searchTables } = await import('./search-tables.js');
    return await searchTables(text, options, embedder);
  } finally {
    // Exiting while threads of ONNX Runtime run would abort the process.
    await embedder.close();
  }
}
