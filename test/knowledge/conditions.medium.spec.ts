import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { idsOf, requirement } from '../../libs/readings/src/dream/context-applies.js';
import { article } from '../../libs/readings/src/passages/article-index.js';
import { readSituations } from '../../libs/readings/src/dream/scene/situations.js';

type Fields = Readonly<Record<string, unknown>>;
const readLines = (path: string): readonly Fields[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Fields);

const situations = new Set(Object.keys(readSituations('knowledge')));
const records = new Set(
  readdirSync('knowledge/domain').flatMap((name) => readLines(`knowledge/domain/${name}`).map(({ id }) => String(id))),
);
/** Tags that plans compute from cards, lines and charts. */
const COMPUTED =
  /^(?:arcana|suit|card|orientation|spread|hexagram|changing|strength|excess|lacking|element|kind|topic):[a-z0-9-]+$/;
const isKnown = (id: string) => situations.has(id) || records.has(id) || COMPUTED.test(id);

const contexts = readLines('knowledge/domain/dream.jsonl').flatMap(({ id, contexts }) =>
  (contexts as readonly Fields[]).map(({ requires }, index) => ({ context: `${String(id)} ${index + 1}`, requires })),
);
const articles = readdirSync('knowledge/corpus').flatMap((name) => readLines(`knowledge/corpus/${name}`));

describe('conditions of the knowledge pack', () => {
  it('state what every context of a dream record requires', () => {
    const invalid = contexts.filter(
      ({ requires }) =>
        !Array.isArray(requires) || requires.length === 0 || !requirement.array().safeParse(requires).success,
    );
    expect(invalid).toEqual([]);
  });

  it('require only situations and records that exist', () => {
    const ids = contexts.flatMap(({ requires }) =>
      requirement
        .array()
        .parse(requires)
        .flatMap((each) => (typeof each === 'string' ? idsOf(each) : [])),
    );
    expect(ids.filter((id) => !isKnown(id))).toEqual([]);
  });

  it('state what every article is about, for whom, and which care topics exclude it', () => {
    for (const fields of articles) {
      const { id, about, audience, tags } = article.parse(fields);
      expect([id, about.length > 0]).toEqual([id, true]);
      expect([id, [...about, ...audience].filter((each) => !isKnown(each))]).toEqual([id, []]);
      expect([id, tags.some((tag) => /^(?:theme|emotion):/.test(tag))]).toEqual([id, true]);
    }
  });

  it('have articles for nightmares, grief, guilt and recurring dreams', () => {
    const subjects = new Set(articles.flatMap(({ about }) => about as readonly string[]));
    for (const subject of ['circumstance:nightmare', 'circumstance:grief', 'emotion:guilt', 'circumstance:recurring'])
      expect(subjects).toContain(subject);
  });
});
