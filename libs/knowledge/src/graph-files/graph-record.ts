/** Text in both languages; where a record has one only, both are the same. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

export interface GraphNode {
  readonly id: string;
  /** `dream_symbol`, `theme`, `hexagram` … */
  readonly kind: string;
  /** Of a dream symbol: `animal`, `action` … */
  readonly category?: string;
  readonly titles: Bilingual;
  /** The gist: a sentence or two. */
  readonly texts: Bilingual;
  /** Further names, lower case, without the titles. */
  readonly aliases: { readonly ko: readonly string[]; readonly en: readonly string[] };
  /** Korean verb stems and fixed verb forms that name the node. */
  readonly stems: readonly string[];
  readonly tags: readonly string[];
  readonly source: string;
}

export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  /** 0 to 1, not 0: how much of the attention on one end flows to the other. */
  readonly weight: number;
  /** What the edge says beyond its type: `lower`, `nuclear`, `ruler`. */
  readonly role?: string;
}

/** Nodes and edges of one origin: the pack, or a collection of the user's. */
export interface GraphPart {
  readonly collection: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
