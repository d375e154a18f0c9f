import type { KnowledgeStore } from '@app/knowledge';

/** Version of the loaded knowledge; undefined while none is loaded. Nothing may be cached without a version. */
export function knowledgeVersion(store: KnowledgeStore): string | undefined {
  const status = store.status();
  return status.ready ? `${status.revision}@${status.committedAt}` : undefined;
}
