import type { KnowledgeStore } from '@app/knowledge';

/** Version of the loaded knowledge; undefined while none is loaded, when nothing may be cached. */
export function knowledgeVersion(store: KnowledgeStore): string | undefined {
  const status = store.status();
  return status.ready ? `${status.revision}@${status.committedAt}` : undefined;
}
