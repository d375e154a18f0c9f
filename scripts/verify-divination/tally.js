/** Counts comparisons of one kind. A difference is explained by the first rule that matches it. */
export class Tally {
  constructor(name, against, rules) {
    this.name = name;
    this.against = against;
    this.rules = rules;
    this.compared = 0;
    this.explained = new Map();
    this.unexplained = [];
  }

  compare(isEqual, difference) {
    this.compared++;
    if (isEqual) return;
    const rule = Object.entries(this.rules).find(([, holds]) => holds(difference))?.[0];
    if (rule) this.explained.set(rule, (this.explained.get(rule) ?? 0) + 1);
    else this.unexplained.push(difference.shown ?? difference);
  }

  print() {
    const differences = [...this.explained.values()].reduce((sum, count) => sum + count, 0);
    const equal = this.compared - differences - this.unexplained.length;
    console.log(`${this.name} (against ${this.against})`);
    console.log(
      `  compared ${this.compared}, equal ${equal}, explained ${differences}, unexplained ${this.unexplained.length}`,
    );
    for (const [rule, count] of this.explained) console.log(`    ${String(count).padStart(6)}  ${rule}`);
    for (const difference of this.unexplained.slice(0, 10)) console.log('    !', JSON.stringify(difference));
  }
}
