/** Text in Korean and English. If a record has only one language, both fields contain it. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

export interface GraphNode {
  readonly id: string;
  /** `dream_symbol`, `theme`, `hexagram` … */
  readonly kind: string;
  /** Category of a dream symbol: `animal`, `action` … */
  readonly category?: string;
  readonly titles: Bilingual;
  /** Summary in one or two sentences. */
  readonly texts: Bilingual;
  /** Additional names in lower case, without the titles. */
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
  /** Greater than 0, at most 1: the relative share of PageRank that flows through this edge. */
  readonly weight: number;
  /** Role that refines the type: `lower`, `nuclear`, `ruler`. */
  readonly role?: string;
}

/** Nodes and edges of one collection: the built-in knowledge files, or a collection that the operator has imported. */
export interface GraphPart {
  readonly collection: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
