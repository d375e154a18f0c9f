import { GraphConsistency } from '../../graph-files/graph-consistency.js';
import { parseEdges, parseNodes } from '../../graph-files/parse-graph-lines.js';
import { JsonLineError } from '../../json-lines.js';
import { GraphColumns } from './graph-columns.js';
import type { GraphTable, GraphTableRow } from './graph-table.js';

export interface CheckedGraph {
  /** JSONL lines of the valid nodes and edges, as they are written to the graph files. */
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  /** One sentence for every node, edge or column that cannot be used. */
  readonly problems: readonly string[];
}

/** @param elsewhere ids of nodes in other graphs. Edges may refer to them; nodes must not repeat them. */
export function checkGraph(nodes: GraphTable, edges: GraphTable, elsewhere: ReadonlySet<string>): CheckedGraph {
  const consistency = new GraphConsistency(elsewhere);
  const problems: string[] = [];
  return {
    nodes: validLines(nodes, problems, {
      fields: (columns, row) => columns.node(row),
      parse: parseNodes,
      add: (node) => consistency.addNode(node),
    }),
    edges: validLines(edges, problems, {
      fields: (columns, row) => columns.edge(row),
      parse: parseEdges,
      add: (edge) => consistency.addEdge(edge),
    }),
    problems,
  };
}

interface ItemKind<Item> {
  /** Maps the fields of a row to those of a graph file. */
  readonly fields: (columns: GraphColumns, row: GraphTableRow['fields']) => object;
  readonly parse: (text: string, file: string) => readonly Item[];
  /** Returns why the item cannot be used. */
  readonly add: (item: Item) => string | undefined;
}

function validLines<Item>(
  { file, rows, problems: unread }: GraphTable,
  problems: string[],
  { fields, parse, add }: ItemKind<Item>,
): readonly string[] {
  const columns = new GraphColumns();
  problems.push(...unread);
  const lines = rows.flatMap((row) => {
    const text = JSON.stringify(fields(columns, row.fields));
    const problem = problemOf(() => parse(text, file).map(add)[0]);
    if (problem === undefined) return [text];
    problems.push(`${file}:${row.line}: ${problem}`);
    return [];
  });
  for (const column of columns.unknown) problems.push(`${file}: column ${column} is unknown and was not used`);
  return lines;
}

function problemOf(check: () => string | undefined): string | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof JsonLineError) return error.problem;
    throw error;
  }
}
