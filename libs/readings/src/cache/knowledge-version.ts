import type { KnowledgeStore } from '@app/knowledge';

/** Names the committed knowledge that is being read; undefined while there is none, when nothing may be remembered. */
export function knowledgeVersion(store: KnowledgeStore): string | undefined {
  const status = store.status();
  return status.ready ? `${status.revision}@${status.committedAt}` : undefined;
}
