/** Edges in the order they were added; of two with the same ends and type the heavier one stays. */
export class EdgeList {
  #edges = new Map();

  /** @param role what the edge says beyond its type (`lower`, `nuclear`); part of the edge, not of its identity. */
  add(source, type, target, weight, role) {
    if (source === target) return;
    const key = `${source} ${type} ${target}`;
    const present = this.#edges.get(key);
    if (present && (present.weight > weight || (present.weight === weight && !role))) return;
    this.#edges.set(key, { source, target, type, weight, ...(role && { role }) });
  }

  /** One edge of a relation that holds both ways, from the earlier id. */
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
