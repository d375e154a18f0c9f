import type { NumberedPassage, SectionBrief } from './section-brief.js';
import type { Remark } from './draft.js';
import { selectPassages } from './passages/select-passages.js';
import { type PassageUnit, unitText } from './passages/passage-units.js';
import { filterByLanguage } from './passages/filter-by-language.js';
import { filterByTradition } from './passages/filter-by-tradition.js';
import { isAbout } from './passages/subject-passages.js';
import { UnitChooser } from './passages/choose-units.js';
import { readFacts } from './facts/read-facts.js';
import type { SectionFacts, Subject } from './facts/section-facts.js';
import { cleanLine } from './language/clean-text.js';
import type { Slots } from './language/fill-phrase.js';
import { askedSlots } from './language/asked.js';
import { spokenTopic } from './language/spoken-title.js';
import { stableHash } from '@app/text';
import { Wording } from './language/wording.js';
import type {
  BestStep,
  Draw,
  EachStep,
  Leads,
  Phrases,
  SayStep,
  SectionPlan,
  SectionRole,
  Step,
} from './plans/section-plan.js';
import { UsedSentences } from './used-sentences.js';

/**
 * Added to the rank of a step's later remarks, so that they are dropped first. A passage's further sentences are
 * dropped before the first sentence of another passage.
 */
const RANK_STEP = 0.01;
const SECOND_SENTENCE = 0.5;
/** Remarks from this rank on are closing remarks. */
const CLOSING = 4;
/** Used by answering sections whose steps have quoted nothing: at most two passages that answer the question. */
const ANYTHING: BestStep = { draw: { take: 'answer' }, most: 2, rank: 1 };
const ANSWERING: ReadonlySet<SectionRole> = new Set(['meaning', 'answer']);

/** Writes one section according to its plan. Deterministic. */
export class SectionWriter {
  readonly #passages: readonly NumberedPassage[];
  readonly #facts: SectionFacts;
  readonly #seed: number;
  readonly #wording: Wording;
  readonly #used: UsedSentences;
  /** What earlier turns of the conversation have said. */
  readonly #spoken: UsedSentences;
  readonly #chooser: UnitChooser;
  readonly #spent = new Set<number>();
  readonly #remarks: Remark[] = [];
  #paragraph = 0;

  constructor(
    private readonly brief: SectionBrief,
    private readonly plan: SectionPlan,
    /** True when an opening has already answered the message, so that no further text is required. */
    private readonly isAnswered = false,
  ) {
    const { kind, composition, section, title, locale, question, facts, earlier, history = [] } = brief;
    this.#facts = readFacts(composition?.facts, facts, locale, question);
    const readable = filterByLanguage(brief.passages, locale);
    this.#passages = filterByTradition(readable, composition?.topics, () => this.#facts, question);
    const { symbols, cards } = this.#facts.groups;
    this.#seed = stableHash([kind, section, locale, question, JSON.stringify(facts)].join('\n'));
    this.#wording = new Wording(locale, this.#seed, {
      ...this.#facts.slots,
      ...askedSlots(question, locale, kind !== 'dream' && !isAnswered),
      ...brief.ownWords,
      lead: leadOf(symbols ?? cards, this.#facts.slots),
      care: brief.care ? 'yes' : '',
      sectionTitle: title,
    });
    const said = history.filter(({ speaker }) => speaker === 'reader').map(({ text }) => text);
    this.#used = new UsedSentences([...Object.values(earlier), ...said]);
    this.#spoken = new UsedSentences(said);
    // A theme that the user chose counts as part of the question.
    this.#chooser = new UnitChooser([question, this.#facts.slots['theme'] ?? ''].join(' '), this.#used);
  }

  write(): readonly Remark[] {
    const { role } = this.plan;
    for (const [index, steps] of this.plan.paragraphs.entries()) {
      // The counsellor's opening follows the first paragraph, which states the question and the facts.
      if (role && index === 1) this.#manner(this.brief.voice?.open[role], 0);
      for (const step of steps) this.#take(step);
      this.#paragraph++;
    }
    if (!this.#hasQuoted() && !this.brief.care && (!role || ANSWERING.has(role))) this.#best(ANYTHING);
    if (!this.#hasQuoted()) return this.#withoutSources();
    if (role) this.#manner(this.#closing(role), CLOSING);
    return this.#remarks;
  }

  /** The counsellor's closing phrases; only the last section may end with a question. */
  #closing(role: SectionRole): Phrases | undefined {
    const close = this.brief.voice?.close[role];
    const asks = close?.[this.brief.locale].every((phrase) => phrase.endsWith('?'));
    return asks && (role === 'meaning' || role === 'detail') ? undefined : close;
  }

  /** Adds a sentence in the counsellor's style; skipped for a care topic, which requires its own tone. */
  #manner(phrases: Phrases | undefined, rank: number): void {
    if (phrases && !this.brief.care) this.#say({ say: phrases, rank });
  }

  /** The remarks that state facts, followed by the plan's sentence for missing passages. */
  #withoutSources(): readonly Remark[] {
    if (this.isAnswered) return [];
    const stated = this.#remarks.filter(({ rank, promises }) => rank < CLOSING && !promises);
    // After the acknowledgement of a loss, do not report missing passages.
    if (this.brief.care?.lead) return stated;
    const { nothing, careful = nothing } = this.plan;
    const text = this.#wording.phrase(this.brief.care ? careful : nothing);
    return [...stated, { paragraph: this.#paragraph, rank: 0, lead: '', keepLead: false, body: text }];
  }

  #hasQuoted(): boolean {
    return this.#remarks.some(({ body }) => body !== '');
  }

  #take(step: Step): void {
    if ('unless' in step && step.unless && this.#has(step.unless)) return;
    if ('needs' in step && step.needs && !this.#has(step.needs)) return;
    if ('say' in step) this.#say(step);
    else if ('each' in step) this.#each(step);
    else this.#best(step);
  }

  #has(name: string): boolean {
    return (this.#facts.groups[name]?.length ?? 0) > 0 || this.#wording.knows(name);
  }

  #say({ say, rank, promises = false }: SayStep): void {
    const text = this.#wording.phrase(say);
    if (text === '' || this.#spoken.has(text)) return;
    this.#remark({ rank, lead: text, keepLead: false, body: '', promises });
  }

  #each({ each, most, leads, keepLead = false, draw: planned, rank, apart }: EachStep): void {
    // A statement is not answered by listing the facts.
    if (keepLead && this.isAnswered) return;
    if (this.brief.care && isInterpretation(planned)) return;
    const draw = this.brief.care ? plain(planned) : planned;
    const entries = this.#subjects(each)
      .slice(0, most)
      .map((subject) => ({ subject, sources: this.#about(subject, draw) }))
      .map((entry) => ({ ...entry, units: this.#chooser.choose(entry.sources, draw, entry.subject) }))
      .filter(({ units }) => keepLead || units.length > 0);
    for (const [index, { subject, sources, units }] of entries.entries()) {
      const lead = leads ? this.#lead(leads, this.#slotsOf(subject), index, entries.length) : '';
      this.#quote(lead, keepLead && lead !== '', units, rank + index * RANK_STEP);
      if (units.length > 0) for (const { n } of sources) this.#spent.add(n);
      if (apart) this.#paragraph++;
    }
  }

  /** The subjects of a group; in a conversation only those that the question names, if it names any. */
  #subjects(group: string): readonly Subject[] {
    const subjects = this.#facts.groups[group] ?? [];
    if (!this.plan.turns) return subjects;
    const named = subjects.filter(({ names }) => names.some((name) => isNamedIn(this.brief.question, name)));
    return named.length > 0 ? named : subjects;
  }

  #slotsOf({ slots, records }: Subject): Slots {
    const words = records.map(({ id }) => this.brief.ownWords?.[id]).find(Boolean);
    return words ? { ...slots, words } : slots;
  }

  /** The lead for a subject; another one when an earlier turn has used it, or none. */
  #lead(leads: Leads, slots: Slots, index: number, total: number): string {
    const lead = this.#wording.lead(leads, slots, index, total);
    if (!this.#spoken.has(lead)) return lead;
    const again = leads.again ? this.#wording.phrase(leads.again, slots) : '';
    return this.#spoken.has(again) ? '' : again;
  }

  #about(subject: Subject, draw: Draw): readonly NumberedPassage[] {
    return selectPassages(this.#passages, draw).filter((source) => isAbout(source, subject));
  }

  #best({ draw, most, leads, orSay, rank, isFallback = false }: BestStep): void {
    if (isFallback && (this.#hasQuoted() || this.isAnswered)) return;
    const known = selectPassages(this.#passages, draw).filter(({ n }) => !this.#spent.has(n));
    const sources = draw.vary ? rotated(known, this.#seed) : known;
    const picked = this.#chooser.rank(sources, draw).slice(0, most);
    if (picked.length === 0 && orSay) this.#say({ say: orSay, rank });
    for (const [index, { source, units }] of picked.entries()) {
      const lead = leads ? this.#wording.lead(leads, this.#titled(source), index, picked.length) : '';
      this.#quote(lead, false, units, rank + index * RANK_STEP);
      this.#spent.add(source.n);
    }
  }

  #titled({ title }: NumberedPassage): Slots {
    const clean = cleanLine(title);
    return { title: clean, topic: spokenTopic(clean, this.brief.locale) };
  }

  #quote(lead: string, keepLead: boolean, units: readonly PassageUnit[], rank: number): void {
    const [first, ...more] = units.filter((unit) => !unit.sentences.some((sentence) => this.#used.has(sentence)));
    if (first === undefined && !keepLead) return;
    this.#remark({ rank, lead, keepLead, body: first ? quoted(first) : '' });
    for (const unit of more)
      this.#remark({ rank: rank + SECOND_SENTENCE, lead: '', keepLead: false, body: quoted(unit) });
    for (const { sentences } of units) this.#used.add(sentences);
  }

  #remark(remark: Omit<Remark, 'paragraph'>): void {
    this.#remarks.push({ paragraph: this.#paragraph, ...remark });
  }
}

/** Name of the reading's main subject. */
const leadOf = (subjects: readonly Subject[] | undefined, slots: Slots): string =>
  subjects?.[0]?.slots['name'] ?? slots['primaryName'] ?? slots['dayMaster'] ?? '';

/** Names of one Korean syllable are too ambiguous. */
const isNamedIn = (question: string, name: string): boolean => {
  const bare = name.replace(/^the /i, '').toLowerCase();
  return bare.length > 1 && question.toLowerCase().includes(bare);
};

/** With a care topic a symbol has no second interpretation. */
const plain = ({ followedBy: _second, ...draw }: Draw): Draw => draw;

/** Traditional omens and psychological interpretations, which are left out with a care topic. */
const isInterpretation = ({ take }: Draw): boolean => take === 'folk' || take === 'lore' || take === 'psyche';

const rotated = <Item>(items: readonly Item[], seed: number): readonly Item[] => {
  const from = items.length > 0 ? seed % items.length : 0;
  return [...items.slice(from), ...items.slice(0, from)];
};

const quoted = (unit: PassageUnit): string => `${unitText(unit)} [${unit.passage.n}]`;
