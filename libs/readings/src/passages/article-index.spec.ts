import { describe, expect, it } from '@jest/globals';
import { type Article, ArticleIndex } from './article-index.js';

const article = (id: string, given: Partial<Article>): Article => ({
  id: `corpus:${id}`,
  domain: 'dream',
  tags: [],
  aliases_ko: [],
  aliases_en: [],
  about: ['dream:snake'],
  audience: [],
  excludes: [],
  ...given,
});
const chosen = (articles: readonly Article[], known: readonly string[], question = '', kind = 'dream') =>
  new ArticleIndex(articles).choose({ locale: 'en', kind, known: new Set(known), question }).map(({ id }) => id);

describe('ArticleIndex', () => {
  it('chooses only articles about something that is known', () => {
    const articles = [article('snakes', {}), article('pigs', { about: ['dream:pig'], tags: ['theme:luck'] })];
    expect(chosen(articles, ['dream:snake', 'theme:luck'])).toEqual(['corpus:snakes']);
  });

  it('ranks by circumstances and feelings before shared tags', () => {
    const articles = [
      article('fear', { about: ['emotion:fear'], tags: ['theme:control', 'theme:courage'] }),
      article('nightmare', { about: ['circumstance:nightmare', 'emotion:fear'] }),
    ];
    const known = ['emotion:fear', 'circumstance:nightmare', 'theme:control', 'theme:courage'];
    expect(chosen(articles, known)).toEqual(['corpus:nightmare', 'corpus:fear']);
  });

  it('leaves out an article for another audience', () => {
    const parents = article('parents', { audience: ['circumstance:parent'] });
    expect(chosen([parents], ['dream:snake'])).toEqual([]);
    expect(chosen([parents], ['dream:snake', 'circumstance:parent'])).toEqual(['corpus:parents']);
  });

  it('leaves out articles of other traditions', () => {
    expect(chosen([article('snakes', { domain: 'tarot' })], ['dream:snake'])).toEqual([]);
  });

  it('leaves out an article about the spread whose themes the question does not touch', () => {
    const practice = article('practice', { domain: 'tarot', about: ['spread:one'], tags: ['theme:learning'] });
    expect(chosen([practice], ['spread:one'], '', 'tarot')).toEqual([]);
    expect(chosen([practice], ['spread:one', 'theme:learning'], '', 'tarot')).toEqual(['corpus:practice']);
  });

  it('ranks a practice for the main symbol after an article about a stated situation, and uses it only with grounds', () => {
    const articles = [
      article('practice', { practice: true }),
      article('situation', { about: ['circumstance:new-job'] }),
    ];
    const known = new Set(['dream:snake', 'circumstance:new-job']);
    const grounds = { stated: known, ofSymbol: new Set<string>(), lead: 'dream:snake' };
    const situation = { locale: 'en', kind: 'dream', known, question: '' } as const;
    const ids = (given: object) => new ArticleIndex(articles).choose({ ...situation, ...given }).map(({ id }) => id);
    expect(ids({ grounds })).toEqual(['corpus:situation', 'corpus:practice']);
    expect(ids({})).toEqual(['corpus:situation']);
  });

  it('finds an article that the question names', () => {
    const reversals = article('reversals', { domain: 'tarot', about: ['topic:tarot'], aliases_en: ['reversed cards'] });
    expect(chosen([reversals], [], 'How do I read reversed cards?', 'tarot')).toEqual(['corpus:reversals']);
  });
});
