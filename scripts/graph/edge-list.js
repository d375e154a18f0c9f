/** A list of edges. Of two edges with the same ends and type, only the one with the larger weight is kept. */
export class EdgeList {
  #edges = new Map();

  /** @param role detail of the edge's type (`lower`, `nuclear`); not part of the edge's identity */
  add(source, type, target, weight, role) {
    if (source === target) return;
    const key = `${source} ${type} ${target}`;
    const present = this.#edges.get(key);
    if (present && (present.weight > weight || (present.weight === weight && !role))) return;
    this.#edges.set(key, { source, target, type, weight, ...(role && { role }) });
  }

  /** Adds one edge for a symmetric relation, from the id that sorts first. */
  addSymmetric(one, type, other, weight, role) {
    const [source, target] = [one, other].toSorted(compare);
    this.add(source, type, target, weight, role);
  }

  sorted() {
    return [...this.#edges.values()].toSorted(
      (a, b) => compare(a.source, b.source) || compare(a.type, b.type) || compare(a.target, b.target),
    );
  }
}

const compare = (a, b) => (a < b ? -1 : Number(a > b));
