import { Command, Option } from 'commander';
import type { EvalOptions } from '../command-options.js';

const HELP = `
The folder holds corpus.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.tsv (query, document, grade). Without
corpus.jsonl the knowledge pack is searched. The documents go into temporary tables; yours are not touched.`;

export const evalCommand = (): Command =>
  new Command('eval')
    .description('measure retrieval on judged queries')
    .argument('<folder>')
    .addOption(
      new Option('--mode <mode>', 'what to search by').choices(['lexical', 'vector', 'hybrid']).default('hybrid'),
    )
    .option('--rerank', 'reorder what is found by the server of RERANK_URL')
    .option('--json', 'one JSON line')
    .option('--run <file>', 'write "query document score" lines, best first')
    .addHelpText('after', HELP)
    .action(async (folder: string, options: EvalOptions) => {
      const { runEvaluation } = await import('../run-evaluation.js');
      await runEvaluation(folder, options);
    });
