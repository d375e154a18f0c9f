import { Command, InvalidArgumentError, Option } from 'commander';
import type { IngestOptions } from '../command-options.js';
import { ExitCode } from '../exit-code.js';
import { assertNoWriter } from '../assert-no-writer.js';

const HELP = `
Reads Markdown, text, HTML, PDF, DOCX, PPTX, XLSX, EPUB, HWP, HWPX, ODT, ODS, ODP, JSONL ({"id"?, "title"?, "text"} a line) and CSV (a
"text" column, or all columns).
Documents that have not changed are not embedded again. Running servers find the new ones within a second or two.

With --graph: one file of nodes (id, title_ko and/or title_en; text_, aliases_, tags …) and one of edges (source, target,
type, weight), each CSV or JSONL.

Examples:
  npm run rag -- ingest ./notes --collection notes
  npm run rag -- ingest ./notes --collection notes --prune
  npm run rag -- ingest --graph nodes.csv edges.csv --collection family`;

export const ingestCommand = (): Command =>
  new Command('ingest')
    .description('ingest files and folders into a collection')
    .argument('<path...>', 'files and folders; with --graph the file of nodes and the file of edges')
    .requiredOption('-c, --collection <name>', 'collection the documents belong to')
    .option('--prune', 'remove documents of these paths that are no longer there')
    .addOption(
      new Option('--lang <lang>', 'language of all documents instead of the one each is written in').choices([
        'ko',
        'en',
      ]),
    )
    .option('--graph', 'ingest a graph of nodes and edges')
    .option('--strict', `end with ${ExitCode.refused} when anything was refused`)
    .option('--timeout <seconds>', 'longest time for parsing one file', parseTimeout, 120)
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], options: IngestOptions) => {
      await assertNoWriter();
      const take = options.graph
        ? (await import('../ingest-graph.js')).ingestGraph
        : (await import('../ingest-documents.js')).ingestDocuments;
      process.exitCode = await take(paths, options);
    });

function parseTimeout(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError('a number of seconds, at most 86400, is expected');
}
