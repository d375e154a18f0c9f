import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readGraphLanguage } from '../../libs/rag/src/graph/graph-language.js';
import { domainRecords, readEdges, readPack } from './knowledge-pack.js';

const { senses, relations } = await readGraphLanguage('knowledge/language');
const nodes = readPack('graph/nodes.jsonl');
const ids = new Set(nodes.map(({ id }) => id));
const names = {
  ko: new Set(
    nodes.flatMap((node) => [node['title_ko'], ...node.aliases_ko, ...((node['stems_ko'] as string[]) ?? [])]),
  ),
  en: new Set(nodes.flatMap((node) => [String(node['title_en']).toLowerCase(), ...node.aliases_en])),
};
/** Forms of a name that have separate senses, by the name. */
const FORMS: Readonly<Record<string, string>> = { does: 'doe', lying: 'lie', missed: 'miss', missing: 'miss' };
const prefixes = new Set(nodes.map(({ id }) => id.slice(0, id.indexOf(':'))));

describe.each(['ko', 'en'] as const)('the word senses of the pack (%s)', (locale) => {
  it('are of names that nodes have', () => {
    expect([...senses[locale].keys()].filter((name) => !names[locale].has(FORMS[name] ?? name))).toEqual([]);
  });

  it('decide between at least two nodes that are there', () => {
    for (const { senses: byNode } of senses[locale].values()) {
      if (!byNode) continue;
      expect(Object.keys(byNode).length).toBeGreaterThanOrEqual(2);
      expect(Object.keys(byNode).filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  it('contain a condition each', () => {
    for (const { never, only, senses: byNode } of senses[locale].values())
      expect(never ?? only ?? byNode).toBeDefined();
  });
});

describe('the further names of the pack', () => {
  it('are of records that exist, each once, and are no names that the record has already', () => {
    const further = readFileSync('knowledge/language/names.jsonl', 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; ko: string[]; en: string[] });
    expect(new Set(further.map(({ id }) => id)).size).toBe(further.length);
    for (const { id, ko, en } of further) {
      const record = domainRecords.find((candidate) => candidate.id === id);
      expect(record?.id).toBe(id);
      expect(ko.filter((name) => record?.aliases_ko.includes(name))).toEqual([]);
      expect(en.filter((name) => record?.aliases_en.includes(name))).toEqual([]);
    }
  });
});

describe('the relation phrases of the pack', () => {
  it('are of the same relations in both languages', () => {
    expect(Object.keys(relations.ko.phrases)).toEqual(Object.keys(relations.en.phrases));
    expect(Object.keys(relations.ko.realms)).toEqual(Object.keys(relations.en.realms));
  });

  it.each(['ko', 'en'] as const)('name both ends once (%s)', (locale) => {
    for (const phrase of Object.values(relations[locale].phrases).flat()) {
      expect(phrase.match(/\{[sS][:}]/g)).toHaveLength(1);
      expect(phrase.match(/\{[tT][:}]/g)).toHaveLength(1);
    }
  });

  it('have one for every type of edge, and are of types, roles and kinds of node that are there', () => {
    const edges = readEdges();
    const known = new Set(
      edges.flatMap(({ type, role, target }) => [
        type,
        `${type}/${role}`,
        `${type}>${target.slice(0, target.indexOf(':'))}`,
      ]),
    );
    expect(Object.keys(relations.ko.phrases).filter((key) => !known.has(key))).toEqual([]);
    expect(edges.filter(({ type }) => !relations.ko.phrases[type])).toEqual([]);
    expect(Object.keys(relations.ko.realms).filter((prefix) => !prefixes.has(prefix))).toEqual([]);
  });
});
