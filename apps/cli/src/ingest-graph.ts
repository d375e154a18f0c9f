import { importGraph } from '@app/knowledge';
import { printable } from '@app/text';
import type { IngestOptions } from './command-options.js';
import { ExitCode } from './exit-code.js';
import { knowledgeConfig } from './knowledge-config.js';

/** @param paths the file of nodes, then the file of edges @returns the exit code */
export async function ingestGraph(paths: readonly string[], { collection, strict }: IngestOptions): Promise<number> {
  const [nodes, edges] = paths;
  if (nodes === undefined || edges === undefined || paths.length > 2) {
    process.stderr.write('With --graph give the file of nodes and the file of edges, in this order.\n');
    return ExitCode.usage;
  }
  const summary = await importGraph(knowledgeConfig(), collection, { nodes, edges });
  for (const problem of summary.problems) process.stderr.write(`not used: ${printable(problem)}\n`);
  process.stdout.write(
    `Graph of collection ${printable(collection)}: ${summary.nodes} nodes, ${summary.edges} edges, ${summary.problems.length} problems.\n`,
  );
  if (summary.nodes + summary.edges === 0) return ExitCode.failed;
  return strict && summary.problems.length > 0 ? ExitCode.refused : ExitCode.done;
}
