import type { NumberedPassage, SectionBrief } from './section-brief.js';
import type { Remark } from './draft.js';
import { selectPassages } from './passages/select-passages.js';
import { type PassageUnit, unitText } from './passages/passage-units.js';
import { filterByLanguage } from './passages/filter-by-language.js';
import { filterByTradition } from './passages/filter-by-tradition.js';
import { Relevance } from './passages/score-unit.js';
import { type SharedTheme, sharedTheme } from './passages/shared-theme.js';
import { isAbout } from './passages/subject-passages.js';
import { UnitPicker } from './passages/unit-picker.js';
import { outcomeQuestions } from './facts/outcome-questions.js';
import { readFacts } from './facts/read-facts.js';
import type { SectionFacts, Subject } from './facts/section-facts.js';
import { cleanLine } from './language/clean-text.js';
import type { Slots } from './language/fill-phrase.js';
import { quoteScene } from './language/quote-scene.js';
import { spokenTopic } from './language/spoken-title.js';
import { stableHash } from '@app/text';
import { Wording } from './language/wording.js';
import type { BestStep, Draw, EachStep, SayStep, SectionPlan, Step } from './plans/section-plan.js';
import { UsedSentences } from './used-sentences.js';

/** Within a step, later remarks are dropped first; a passage's second sentence is dropped before another's first. */
const RANK_STEP = 0.01;
const SECOND_SENTENCE = 0.5;
/** Remarks from this rank on are closing remarks. */
const CLOSING = 4;
/** Fallback when the plan's steps quoted nothing: up to three passages relevant to the question. */
const ANYTHING: BestStep = { draw: { take: 'answer', relevant: true }, most: 3, rank: 1 };

/** Writes one section of one brief by its plan. Deterministic. */
export class SectionWriter {
  readonly #passages: readonly NumberedPassage[];
  readonly #facts: SectionFacts;
  readonly #theme: SharedTheme | undefined;
  readonly #wording: Wording;
  readonly #used: UsedSentences;
  readonly #picker: UnitPicker;
  readonly #spent = new Set<number>();
  readonly #remarks: Remark[] = [];
  #paragraph = 0;

  constructor(
    private readonly brief: SectionBrief,
    private readonly plan: SectionPlan,
  ) {
    const { kind, composition, section, title, locale, question, facts, earlier } = brief;
    this.#facts = readFacts(composition?.facts, facts, locale, question);
    const readable = filterByLanguage(brief.passages, locale);
    this.#passages = filterByTradition(readable, composition?.topics, this.#facts, question);
    const { symbols, cards, subjects } = this.#facts.groups;
    const about = symbols ?? cards ?? subjects ?? [];
    const known = this.#passages.filter((source) => about.some((subject) => isAbout(source, subject)));
    this.#theme = sharedTheme(known, locale);
    const seed = stableHash([kind, section, locale, question, JSON.stringify(facts)].join('\n'));
    const quote = quoteScene(question, locale);
    this.#wording = new Wording(locale, seed, {
      ...this.#facts.slots,
      ...outcomeQuestions(question),
      quote,
      sectionTitle: title,
      sharedTheme: this.#theme?.name ?? '',
    });
    this.#used = new UsedSentences(Object.values(earlier));
    this.#picker = new UnitPicker(
      // A chosen theme counts as part of the question.
      new Relevance([question, this.#facts.slots['theme'] ?? ''].join(' ').trim()),
      this.#used,
      about.flatMap(({ names }) => names),
    );
  }

  write(): readonly Remark[] {
    for (const steps of this.plan.paragraphs) {
      for (const step of steps) this.#take(step);
      this.#paragraph++;
    }
    if (!this.#hasQuoted()) this.#best(ANYTHING);
    return this.#hasQuoted() ? this.#remarks : this.#withoutSources();
  }

  /** The remarks that rest on facts alone, and the plan's "nothing found" sentence. */
  #withoutSources(): readonly Remark[] {
    const { text } = this.#wording.phrase(this.plan.nothing);
    const stated = this.#remarks.filter(({ rank, promises }) => rank < CLOSING && !promises);
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
    const { text, slots } = this.#wording.phrase(say);
    if (text === '') return;
    const cites = slots.includes('sharedTheme') ? (this.#theme?.cites ?? []) : [];
    this.#remark({ rank, lead: cited(text, cites), keepLead: false, body: '', promises });
  }

  #each({ each, most, leads, keepLead = false, draw, rank, apart }: EachStep): void {
    const entries = (this.#facts.groups[each] ?? [])
      .slice(0, most)
      .map((subject) => ({ subject, units: this.#picker.choose(this.#about(subject, draw), draw, subject) }))
      .filter(({ units }) => keepLead || units.length > 0);
    for (const [index, { subject, units }] of entries.entries()) {
      const lead = leads ? this.#wording.lead(leads, subject.slots, index, entries.length) : '';
      this.#quote(lead, keepLead, units, rank + index * RANK_STEP);
      for (const { n } of this.#about(subject, draw)) this.#spent.add(n);
      if (apart) this.#paragraph++;
    }
  }

  #about(subject: Subject, draw: Draw): readonly NumberedPassage[] {
    return selectPassages(this.#passages, draw).filter((source) => isAbout(source, subject));
  }

  #best({ draw, most, leads, orSay, rank }: BestStep): void {
    // The shared theme has its own remark already.
    const named = draw.prefixes ? this.#theme?.id : undefined;
    const sources = selectPassages(this.#passages, draw).filter(({ n, id }) => !this.#spent.has(n) && id !== named);
    const picked = this.#picker.rank(sources, draw).slice(0, most);
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
    const [first, ...more] = this.#picker.fresh(units);
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

const cited = (text: string, cites: readonly number[]): string =>
  cites.length > 0 ? `${text} ${cites.map((n) => `[${n}]`).join('')}` : text;

const quoted = (unit: PassageUnit): string => cited(unitText(unit), [unit.passage.n]);
