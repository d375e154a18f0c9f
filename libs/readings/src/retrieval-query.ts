import type { RetrievalQuery } from '@app/rag';
import type { ReadingDefinition, ReadingPlan } from './reading-definition.js';
import type { CommonInput } from './reading-input.js';

/** The text to search for and to embed. */
export const searchTextOf = ({ searchText, question }: ReadingPlan): string => searchText ?? question;

/** The query of a planned reading. */
export const retrievalQuery = (
  { domain, kind }: Pick<ReadingDefinition, 'domain' | 'kind'>,
  { locale, persona, collections }: CommonInput,
  plan: ReadingPlan,
  { vector, topK }: Pick<RetrievalQuery, 'vector' | 'topK'>,
): RetrievalQuery => ({
  text: searchTextOf(plan),
  locale,
  kind: domain ?? kind,
  facts: plan.tags,
  entities: plan.entities,
  ...(plan.articles && { articles: plan.articles.map(({ id }) => id) }),
  topK,
  vector,
  ...(persona && { persona }),
  ...(collections && { collections }),
});
