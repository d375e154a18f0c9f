const stem = (name) => `saju:stem-${name}`;
const branch = (name) => `saju:branch-${name}`;
const pairs = (text) => text.split(' ').map((pair) => pair.split('-'));

// 천간합 and 천간충 of the stems, 육합, 충, 형, 해 and 파 of the branches, as listed in every manual of the four pillars.
const STEM_UNIONS = pairs('gap-gi eul-gyeong byeong-sin jeong-im mu-gye');
const STEM_CLASHES = pairs('gap-gyeong eul-sin byeong-im jeong-gye');
const BRANCH_UNIONS = pairs('ja-chuk in-hae myo-sul jin-yu sa-sin o-mi');
const BRANCH_CLASHES = pairs('ja-o chuk-mi in-sin myo-yu jin-sul sa-hae');
const BRANCH_PUNISHMENTS = pairs('in-sa sa-sin chuk-sul sul-mi ja-myo');
const BRANCH_HARMS = pairs('ja-mi chuk-o in-sa myo-jin sin-hae yu-sul');
const BRANCH_BREAKS = pairs('ja-yu chuk-jin in-hae myo-o sa-sin mi-sul');
const TRINES = pairs('sin-ja-jin hae-myo-mi in-o-sul sa-yu-chuk');
// 지장간: the stems inside each branch, the principal one first.
const HIDDEN_STEMS = {
  ja: 'gye im',
  chuk: 'gi gye sin',
  in: 'gap byeong mu',
  myo: 'eul gap',
  jin: 'mu eul gye',
  sa: 'byeong gyeong mu',
  o: 'jeong byeong gi',
  mi: 'gi jeong eul',
  sin: 'gyeong im mu',
  yu: 'sin gyeong',
  sul: 'mu sin jeong',
  hae: 'im gap',
};
// 육친: each group generates the next one and controls the one after it.
const TEN_GOD_GROUPS = ['companion', 'output', 'wealth', 'officer', 'resource'];

export function addSajuEdges(edges, records) {
  const of = (kind) => records.filter((record) => record.kind === kind).toSorted((a, b) => a.index - b.index);
  const [stems, branches, pillars, terms] = ['stem', 'branch', 'pillar', 'solar_term'].map(of);
  for (const { id, element } of [...stems, ...branches]) edges.add(id, 'corresponds', `saju:element-${element}`, 0.9);
  for (const cycle of [stems, branches, pillars, terms]) addCycle(edges, cycle);
  addRelations(edges);
  addHiddenStems(edges);
  for (const pillar of pillars) addPillar(edges, pillar);
  for (const term of terms) addTerm(edges, term, terms);
  addTenGods(edges, of('ten_god'));
  edges.add('saju:concept-strong', 'opposes', 'saju:concept-weak', 0.8);
  edges.add('saju:concept-lacking-element', 'opposes', 'saju:concept-excess-element', 0.8);
}

function addCycle(edges, cycle) {
  for (const [index, { id }] of cycle.entries()) {
    edges.add(id, 'follows', cycle[(index + cycle.length - 1) % cycle.length].id, 0.4, 'order');
  }
}

function addRelations(edges) {
  const relate = (list, name, type, weight, role) => {
    for (const [one, other] of list) edges.addSymmetric(name(one), type, name(other), weight, role);
  };
  relate(STEM_UNIONS, stem, 'corresponds', 0.8, 'union');
  relate(STEM_CLASHES, stem, 'opposes', 0.7, 'clash');
  relate(BRANCH_UNIONS, branch, 'corresponds', 0.8, 'union');
  relate(BRANCH_CLASHES, branch, 'opposes', 0.9, 'clash');
  relate(BRANCH_PUNISHMENTS, branch, 'opposes', 0.6, 'punishment');
  relate(BRANCH_HARMS, branch, 'opposes', 0.5, 'harm');
  relate(BRANCH_BREAKS, branch, 'opposes', 0.4, 'break');
  for (const [birth, peak, store] of TRINES) {
    relate(
      [
        [birth, peak],
        [peak, store],
        [birth, store],
      ],
      branch,
      'corresponds',
      0.7,
      'trine',
    );
  }
}

function addHiddenStems(edges) {
  for (const [name, hidden] of Object.entries(HIDDEN_STEMS)) {
    for (const [rank, inside] of hidden.split(' ').entries()) {
      edges.add(branch(name), 'contains', stem(inside), [0.8, 0.6, 0.5][rank], 'hidden');
    }
  }
}

function addPillar(edges, pillar) {
  edges.add(pillar.id, 'contains', stem(pillar.stem), 0.9, 'stem');
  edges.add(pillar.id, 'contains', branch(pillar.branch), 0.8, 'branch');
  edges.add(pillar.id, 'corresponds', `saju:tengod-${pillar.branch_tengod}`, 0.6, 'tengod');
}

function addTerm(edges, term, terms) {
  edges.add(term.id, 'corresponds', branch(term.month_branch), 0.7, 'month');
  edges.add(term.id, 'corresponds', `saju:element-${term.element}`, 0.6);
  const opposite = terms.find(({ longitude }) => longitude === (term.longitude + 180) % 360);
  edges.addSymmetric(term.id, 'opposes', opposite.id, 0.6, 'season');
}

function addTenGods(edges, gods) {
  const groups = TEN_GOD_GROUPS.map((group) => gods.filter((god) => god.group === group).map(({ id }) => id));
  for (const [index, [first, second]] of groups.entries()) {
    edges.addSymmetric(first, 'corresponds', second, 0.7, 'group');
    for (const one of [first, second]) {
      for (const next of groups[(index + 1) % 5]) edges.add(one, 'generates', next, 0.6);
      for (const next of groups[(index + 2) % 5]) edges.add(one, 'controls', next, 0.6);
    }
  }
}
