import type { EntityLinker, NamedEntity } from '../entity-linker.js';

/** Links every occurrence of the given words, each of which is the name of one node. */
export class NamingLinker implements EntityLinker {
  constructor(private readonly nodes: Readonly<Record<string, NamedEntity>>) {}

  link(text: string): ReturnType<EntityLinker['link']> {
    const found = Object.entries(this.nodes).flatMap(([mention, node]) => {
      const spans = [...text.matchAll(new RegExp(mention, 'gi'))].map(({ index }) => ({
        start: index,
        end: index + mention.length,
        name: mention,
      }));
      return spans.length > 0 ? [{ ...node, mention, spans }] : [];
    });
    return found.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  }

  named(id: string): NamedEntity | undefined {
    return Object.values(this.nodes).find((node) => node.id === id);
  }
}
