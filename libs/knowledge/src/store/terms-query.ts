import { BooleanQuery, MatchQuery, Occur } from './lancedb.js';
import { TITLE_WEIGHT } from './memory-terms.js';

/**
 * Creates a LanceDB query for rows that contain any of the terms in their text or title. The scores of both fields are
 * added.
 */
export function termsQuery(terms: readonly string[]): BooleanQuery {
  const text = terms.join(' ');
  return new BooleanQuery([
    [Occur.Should, new MatchQuery(text, 'tokens')],
    [Occur.Should, new MatchQuery(text, 'title_tokens', { boost: TITLE_WEIGHT })],
  ]);
}
