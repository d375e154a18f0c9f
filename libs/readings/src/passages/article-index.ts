import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@app/config';
import { CARE_TOPICS } from '@app/safety';
import { type Locale, stableHash } from '@app/text';
import { z } from 'zod';
import { type Grounds, isGrounded } from './grounds.js';

const id = z.string().regex(/^[a-z]+:[a-z0-9-]+$/);
const aliases = z.array(z.string());

/** Metadata of an article in the built-in knowledge files, without its text. */
export const article = z.object({
  id: z.string(),
  domain: z.string().default('general'),
  tags: z.array(z.string()),
  aliases_ko: aliases.default([]),
  aliases_en: aliases.default([]),
  /**
   * Ids of things, feelings, themes and circumstances that the article is about. It qualifies when one of them applies.
   */
  about: z.array(id).default([]),
  /** Circumstances of the user, all of which the user must have stated. */
  audience: z.array(id).default([]),
  /** Care topics with which the article must not be shown. */
  excludes: z.array(z.enum(CARE_TOPICS)).default([]),
  /** Something to do after a dream whose main symbol is one of `about`; ranks below every other article. */
  practice: z.boolean().optional(),
});
export type Article = Readonly<z.infer<typeof article>>;

export type ChosenArticle = Pick<Article, 'id' | 'excludes'>;

/** What is known about a reading when its articles are chosen. */
export interface Situation {
  readonly locale: Locale;
  /** Domain of the knowledge records. */
  readonly kind: string;
  /** Tags and ids of everything stated or computed, the most salient symbols first. */
  readonly known: ReadonlySet<string>;
  readonly question: string;
  /** Required of an article besides its score, in readings that quote articles as advice. */
  readonly grounds?: Grounds;
}

const MAX_ARTICLES = 6;
/** Score of each matching entry of `about`, by the kind of the entry; other kinds score `ABOUT_OTHER`. */
const ABOUT: Readonly<Record<string, number>> = {
  circumstance: 3,
  dream: 2.5,
  // Every second feeling is recognised wrongly: one is not enough without another theme of the article.
  emotion: 0.7,
  theme: 0.5,
  card: 2.5,
  // Below `FLOOR`: these match many readings, so a theme of the question must match too.
  arcana: 0.75,
  suit: 0,
  orientation: 0.75,
  strength: 0.75,
  spread: 0.75,
};
const ABOUT_OTHER = 1.25;
/** Upper bound of the sum, because articles that list many things would otherwise always rank first. */
const MAX_ABOUT = 3.5;
const SHARED_TAG = 0.5;
const NAMED = 3;
const FLOOR = 1.25;
const MIN_ALIAS = { ko: 3, en: 6 } as const;

/** Length of the beginnings by which names are found; no name is shorter. */
const BEGINNING = 3;

/** Chooses articles by what they are about and by their audience. */
export class ArticleIndex {
  readonly #about: ReadonlyMap<string, readonly Article[]>;
  readonly #names: Readonly<Record<Locale, NameIndex>>;

  constructor(articles: readonly Article[] = []) {
    this.#about = listed(articles.flatMap((each) => each.about.map((reason) => [reason, each] as const)));
    this.#names = {
      ko: new NameIndex(articles, ({ aliases_ko: names }) => names, MIN_ALIAS.ko),
      en: new NameIndex(articles, ({ aliases_en: names }) => names, MIN_ALIAS.en),
    };
  }

  /** The articles that fit this situation, best first; at most `MAX_ARTICLES`. */
  choose(situation: Situation): readonly ChosenArticle[] {
    const turn = (each: Article) => stableHash(each.id + situation.question);
    const named = this.#names[situation.locale].in(situation.question.toLowerCase());
    const about = [...situation.known].flatMap((reason) => this.#about.get(reason) ?? []);
    return (
      [...new Set([...about, ...named])]
        .map((each) => ({ each, score: scoreOf(each, situation, named.has(each)) }))
        .filter(({ score }) => score >= FLOOR)
        // Articles with similar scores are ordered by a hash, so that different questions get different ones first.
        .toSorted((a, b) => Math.ceil(b.score / 1.5) - Math.ceil(a.score / 1.5) || turn(a.each) - turn(b.each))
        .slice(0, MAX_ARTICLES)
        .map(({ each: { id: chosen, excludes } }) => ({ id: chosen, excludes }))
    );
  }
}

/** Finds the articles that a text names, in one pass over the text. */
class NameIndex {
  readonly #byBeginning: ReadonlyMap<string, readonly (readonly [name: string, article: Article])[]>;

  constructor(articles: readonly Article[], namesOf: (each: Article) => readonly string[], minLength: number) {
    const names = articles.flatMap((each) =>
      namesOf(each)
        .filter(({ length }) => length >= minLength)
        .map((name) => [name.toLowerCase(), each] as const),
    );
    this.#byBeginning = listed(names.map((named) => [named[0].slice(0, BEGINNING), named] as const));
  }

  in(text: string): ReadonlySet<Article> {
    const found = new Set<Article>();
    for (let at = 0; at < text.length; at++)
      for (const [name, each] of this.#byBeginning.get(text.slice(at, at + BEGINNING)) ?? [])
        if (text.startsWith(name, at)) found.add(each);
    return found;
  }
}

/** The values of each key, in their order. */
function listed<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, readonly Value[]> {
  const lists = new Map<string, Value[]>();
  for (const [key, value] of entries) {
    const values = lists.get(key);
    if (values) values.push(value);
    else lists.set(key, [value]);
  }
  return lists;
}

function scoreOf(each: Article, { kind, known, grounds }: Situation, isNamed: boolean): number {
  if (each.domain !== 'general' && each.domain !== kind) return 0;
  if (each.practice && !grounds) return 0;
  if (grounds && !isGrounded(each, grounds)) return 0;
  if (each.practice) return FLOOR;
  if (!each.audience.every((circumstance) => known.has(circumstance))) return 0;
  const about = each.about
    .filter((reason) => known.has(reason))
    .reduce((sum, reason) => sum + (ABOUT[reason.split(':', 1)[0] ?? ''] ?? ABOUT_OTHER), 0);
  const shared = each.tags.filter((tag) => known.has(tag)).length;
  return Math.min(about, MAX_ABOUT) + (isNamed ? NAMED : 0) + SHARED_TAG * shared;
}

/** @throws ConfigurationError when the articles cannot be read */
export function readArticles(knowledgeDir: string): ArticleIndex {
  const folder = join(knowledgeDir, 'corpus');
  try {
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
    return new ArticleIndex(lines.filter((line) => line !== '').map((line) => article.parse(JSON.parse(line))));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    throw new ConfigurationError([`KNOWLEDGE_DIR: corpus cannot be used: ${reason}`]);
  }
}
