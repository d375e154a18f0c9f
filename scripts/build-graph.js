// Writes knowledge/graph/{nodes,edges}.jsonl from the domain files: `npm run knowledge:graph [-- <knowledge folder>]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveGraph } from './graph/derive-graph.js';
import { readRecords } from './graph/read-records.js';

const knowledgeDir = process.argv[2] ?? 'knowledge';
const folder = join(knowledgeDir, 'graph');
const graph = deriveGraph(readRecords(knowledgeDir));
const asLines = (items) => items.map((item) => `${JSON.stringify(item)}\n`).join('');

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'nodes.jsonl'), asLines(graph.nodes));
writeFileSync(join(folder, 'edges.jsonl'), asLines(graph.edges));
console.log(`${graph.nodes.length} nodes, ${graph.edges.length} edges in ${folder}`);
