import { GraphFileError, parseEdges, parseNodes } from '../../graph-files/parse-graph-lines.js';
import { GraphColumns } from './graph-columns.js';
import type { GraphTable } from './graph-table.js';

export interface CheckedGraph {
  /** JSONL lines of the valid nodes and edges, as they are written to the graph files. */
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  /** One sentence for every node, edge or column that cannot be used. */
  readonly problems: readonly string[];
}

/** @param elsewhere ids of nodes in other graphs. Edges may refer to them; nodes must not repeat them. */
export function checkGraph(nodes: GraphTable, edges: GraphTable, elsewhere: ReadonlySet<string>): CheckedGraph {
  const check = new GraphCheck(elsewhere);
  check.addNodes(nodes);
  check.addEdges(edges);
  return check;
}

class GraphCheck implements CheckedGraph {
  readonly nodes: string[] = [];
  readonly edges: string[] = [];
  readonly problems: string[] = [];
  readonly #ids = new Set<string>();
  readonly #keys = new Set<string>();

  constructor(private readonly elsewhere: ReadonlySet<string>) {}

  addNodes(table: GraphTable): void {
    const columns = new GraphColumns();
    this.problems.push(...table.problems);
    for (const { line, fields } of table.rows) {
      const text = JSON.stringify(columns.node(fields));
      const at = `${table.file}:${line}`;
      const [node] = this.#parsed(at, () => parseNodes(text, table.file));
      if (!node) continue;
      if (this.#has(node.id)) this.problems.push(`${at}: node ${node.id} is there already`);
      else this.nodes.push(text);
      this.#ids.add(node.id);
    }
    this.#tellUnknown(table, columns);
  }

  addEdges(table: GraphTable): void {
    const columns = new GraphColumns();
    this.problems.push(...table.problems);
    for (const { line, fields } of table.rows) {
      const text = JSON.stringify(columns.edge(fields));
      const at = `${table.file}:${line}`;
      const [edge] = this.#parsed(at, () => parseEdges(text, table.file));
      const problem = edge && this.#problemOf(edge);
      if (problem) this.problems.push(`${at}: ${problem}`);
      else if (edge) this.edges.push(text);
    }
    this.#tellUnknown(table, columns);
  }

  #problemOf({ source, target, type }: { source: string; target: string; type: string }): string | undefined {
    const key = `${source} ${type} ${target}`;
    const missing = [source, target].find((id) => !this.#has(id));
    if (missing !== undefined) return `edge ${key} ends at ${missing}, which is not there`;
    if (source === target) return `edge ${key} leads back to its own node`;
    if (this.#keys.has(key)) return `edge ${key} is there already`;
    this.#keys.add(key);
    return undefined;
  }

  #has(id: string): boolean {
    return this.#ids.has(id) || this.elsewhere.has(id);
  }

  #parsed<Item>(at: string, parse: () => readonly Item[]): readonly Item[] {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof GraphFileError)) throw error;
      this.problems.push(`${at}: ${error.problem}`);
      return [];
    }
  }

  #tellUnknown({ file }: GraphTable, { unknown }: GraphColumns): void {
    for (const column of unknown) this.problems.push(`${file}: column ${column} is unknown and was not used`);
  }
}
