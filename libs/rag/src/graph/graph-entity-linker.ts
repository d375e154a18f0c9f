import type { EntityLinker, LinkedEntity, NamedEntity } from '../entity-linker.js';
import type { GraphStore } from './graph.store.js';

/** An entity linker that always uses the current graph. */
export class GraphEntityLinker implements EntityLinker {
  constructor(private readonly store: Pick<GraphStore, 'linker'>) {}

  link(text: string): readonly LinkedEntity[] {
    return this.store.linker().link(text);
  }

  named(id: string): NamedEntity | undefined {
    return this.store.linker().named(id);
  }
}
