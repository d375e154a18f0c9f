import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';

type Values = { readonly [name: string]: unknown };
type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output'; readonly pipeline: string }
  | { readonly kind: 'if'; readonly pipeline: string; readonly body: Node[]; readonly otherwise: Node[] }
  | { readonly kind: 'range'; readonly names: readonly string[]; readonly pipeline: string; readonly body: Node[] };

interface Scope {
  readonly root: Values;
  readonly variables: ReadonlyMap<string, unknown>;
  readonly defines: ReadonlyMap<string, Node[]>;
  readonly files: (path: string) => string;
}

/**
 * Renders a chart like `helm template <release>`, for the subset of Go templates that ops/helm uses: define, include,
 * if/else, range over maps, printf, quote, toYaml, nindent, not and .Files.Get. Throws for anything else.
 */
export function renderChart<Manifest extends object>(folder: string, release: string, overrides: Values = {}) {
  const chart = parse(readFileSync(join(folder, 'Chart.yaml'), 'utf8')) as Values;
  const values = merged(parse(readFileSync(join(folder, 'values.yaml'), 'utf8')) as Values, overrides);
  const root = {
    Values: values,
    Chart: { Name: chart['name'], Version: chart['version'], AppVersion: chart['appVersion'] },
    Release: { Name: release, Service: 'Helm', Revision: 1 },
  };
  const defines = new Map<string, Node[]>();
  const templates = readdirSync(join(folder, 'templates')).toSorted();
  const bodies = templates.map((name) => parseTemplate(readFileSync(join(folder, 'templates', name), 'utf8'), defines));
  const scope = {
    root,
    defines,
    variables: new Map(),
    files: (path: string) => readFileSync(join(folder, path), 'utf8'),
  };
  return bodies
    .flatMap((body) => parseAllDocuments(write(body, scope)))
    .map((document) => {
      if (document.errors.length > 0) throw document.errors[0] as Error;
      return document.toJS() as Manifest | null;
    })
    .filter((document) => document !== null);
}

function merged(base: Values, overrides: Values): Values {
  const isMap = (value: unknown): value is Values =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = Object.entries(overrides).map(([name, value]) => {
    const known = base[name];
    return [name, isMap(known) && isMap(value) ? merged(known, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(entries) };
}

function parseTemplate(source: string, defines: Map<string, Node[]>): Node[] {
  const tokens = source.split(/(\{\{-?[\s\S]*?-?\}\})/);
  tokens.forEach((token, at) => {
    if (token.startsWith('{{-')) tokens[at - 1] = (tokens[at - 1] ?? '').trimEnd();
    if (token.endsWith('-}}')) tokens[at + 1] = (tokens[at + 1] ?? '').trimStart();
  });
  const top: Node[] = [];
  const open: { readonly into: Node[]; readonly block?: Node }[] = [{ into: top }];
  for (const [at, token] of tokens.entries()) {
    const { into } = open.at(-1) as (typeof open)[number];
    if (at % 2 === 0) {
      into.push({ kind: 'text', text: token });
      continue;
    }
    const action = token.replace(/^\{\{-?\s*|\s*-?\}\}$/g, '');
    const [, word = '', rest = ''] = /^(define|if|range|else|end)\b\s*(.*)$/.exec(action) ?? [];
    if (word === '') into.push({ kind: 'output', pipeline: action });
    else if (word === 'end') open.pop();
    else if (word === 'else') {
      const { block } = open.pop() as (typeof open)[number];
      if (block?.kind !== 'if') throw new Error(`else without if: ${token}`);
      open.push({ into: block.otherwise, block });
    } else if (word === 'define') {
      const body: Node[] = [];
      defines.set(JSON.parse(rest) as string, body);
      open.push({ into: body });
    } else open.push(opened(word, rest, into));
  }
  if (open.length !== 1) throw new Error('a block is not closed');
  return top;
}

function opened(word: string, rest: string, into: Node[]) {
  if (word === 'if') {
    const block = { kind: 'if', pipeline: rest, body: [] as Node[], otherwise: [] as Node[] } as const;
    into.push(block);
    return { into: block.body, block };
  }
  const [, key = '', value = '', pipeline = ''] = /^\$(\w+), \$(\w+) := (.+)$/.exec(rest) ?? [];
  if (!pipeline) throw new Error(`only "range $key, $value := …" is supported: ${rest}`);
  const block = { kind: 'range', names: [key, value], pipeline, body: [] as Node[] } as const;
  into.push(block);
  return { into: block.body, block };
}

function write(nodes: readonly Node[], scope: Scope): string {
  return nodes.map((node) => writeNode(node, scope)).join('');
}

function writeNode(node: Node, scope: Scope): string {
  if (node.kind === 'text') return node.text;
  const value = evaluate(node.pipeline, scope);
  if (node.kind === 'output') {
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`no text: {{ ${node.pipeline} }}`);
    return String(value);
  }
  if (node.kind === 'if') return write(isTruthy(value) ? node.body : node.otherwise, scope);
  const entries = Object.entries(value as Values).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const [key = '', name = ''] = node.names;
  return entries
    .map(([k, v]) => write(node.body, { ...scope, variables: new Map([...scope.variables, [key, k], [name, v]]) }))
    .join('');
}

const isTruthy = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);

function evaluate(pipeline: string, scope: Scope): unknown {
  return pipeline.split(' | ').reduce<unknown>((piped, command, at) => {
    const words = command.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
    const [name = '', ...parameters] = words;
    if (at === 0 && /^[.$"\d]/.test(name) && name !== '.Files.Get') return operand(name, scope);
    const values = parameters.map((one) => operand(one, scope));
    return call(name, at === 0 ? values : [...values, piped], scope);
  }, undefined);
}

function operand(word: string, { root, variables }: Scope): unknown {
  if (word === '.') return root;
  if (word.startsWith('"')) return JSON.parse(word);
  if (/^\d+$/.test(word)) return Number(word);
  if (word.startsWith('$')) return variables.get(word.slice(1));
  const names = word.slice(1).split('.');
  return names.reduce<unknown>((value, name) => (value as Values | undefined)?.[name], root);
}

function call(name: string, [first, ...others]: readonly unknown[], scope: Scope): unknown {
  switch (name) {
    case 'include':
      return write(scope.defines.get(first as string) ?? [], scope);
    case '.Files.Get':
      return scope.files(first as string);
    case 'not':
      return !isTruthy(first);
    case 'quote':
      return JSON.stringify(String(first));
    case 'toYaml':
      return stringify(first).trimEnd();
    case 'printf':
      return others.reduce<string>((text, value) => text.replace('%s', String(value)), String(first));
    case 'nindent':
      return `\n${String(others[0]).replace(/^/gm, ' '.repeat(Number(first)))}`;
    default:
      throw new Error(`not part of the subset: ${name}`);
  }
}
