import type { NumberedPassage } from '../section-brief.js';
import type { Subject } from '../facts/section-facts.js';
import { cleanLine } from '../language/clean-text.js';
import type { Draw } from '../plans/section-plan.js';
import type { UsedSentences } from '../used-sentences.js';
import { type PassageUnit, passageUnits, stretchOf, unitText } from './passage-units.js';
import type { Relevance, Take } from './score-unit.js';
import { isOfPack, unitsAbout } from './subject-passages.js';
import { isSameWord, wordStems } from '@app/text';

/** Minimum score of a second unit of the same passage. */
const WORTH_SAYING = 0.3;
/** Penalty for each place down the retriever's order, in units of one shared scene. */
const PLACE_COST = 0.4;
/** Bonus for a passage whose title the user's text contains. */
const NAMED_WORTH = 2;
/** Bonus for a passage whose title names a subject of the reading. */
const ON_SUBJECT_WORTH = 2.5;

export interface PickedSource {
  readonly source: NumberedPassage;
  readonly units: readonly PassageUnit[];
}

/** Chooses the best units not yet quoted. Read-only: the section writer marks sentences as used. */
export class UnitPicker {
  constructor(
    private readonly relevance: Relevance,
    private readonly used: UsedSentences,
    /** Names of the reading's subjects. */
    private readonly names: readonly string[] = [],
  ) {}

  /** The units of these passages that fit the purpose best. */
  choose(sources: readonly NumberedPassage[], draw: Draw, subject?: Subject): readonly PassageUnit[] {
    const all = this.fresh(sources.flatMap((source) => unitsFor(source, draw)));
    if (draw.take !== 'part') return this.#bestOf(all, draw.take, draw.units, subject);
    const part = subject ? this.fresh(sources.flatMap((source) => unitsAbout(source, subject))) : [];
    if (part.length > 0) return part.slice(0, draw.units ?? 1);
    return draw.orElse ? this.#bestOf(all, draw.orElse, draw.units, subject) : [];
  }

  /** The passages that fit the purpose, best first, each with the units to quote. */
  rank(sources: readonly NumberedPassage[], draw: Draw): readonly PickedSource[] {
    const take = draw.take === 'part' ? 'answer' : draw.take;
    const found = sources
      .map((source) => ({ source, units: this.choose([source], draw) }))
      .filter(({ units }) => units.length > 0)
      .map((picked, index) => ({ ...picked, worth: this.#worth(picked.units, take) - index * PLACE_COST }));
    if (draw.inOrder) return found;
    // A user's own documents always count as relevant.
    const relevant = found.filter(({ source, units }) => !isOfPack(source) || this.#answers(source, units));
    const wanted = draw.relevant || (take === 'answer' && relevant.length > 0) ? relevant : found;
    return wanted.toSorted((left, right) => right.worth - left.worth);
  }

  fresh(units: readonly PassageUnit[]): readonly PassageUnit[] {
    return units.filter((unit) => !unit.sentences.some((sentence) => this.used.has(sentence)));
  }

  #bestOf(all: readonly PassageUnit[], take: Take, count = 1, subject?: Subject): readonly PassageUnit[] {
    const [best, ...rest] = all
      .map((unit) => ({ unit, score: this.relevance.score(unit, take, subject?.names ?? [unit.passage.title]) }))
      .toSorted((left, right) => right.score - left.score);
    const more = rest.filter(({ score }) => score >= WORTH_SAYING).slice(0, count - 1);
    const chosen = best ? [best, ...more].map(({ unit }) => unit) : [];
    // Answers keep the passage's order; otherwise the best unit comes first, because later ones may be dropped.
    return take === 'answer' ? chosen.toSorted((left, right) => left.index - right.index) : chosen;
  }

  #worth([best]: readonly PassageUnit[], take: Take): number {
    if (!best) return 0;
    const named = this.#isNamed(best) ? NAMED_WORTH : 0;
    return this.relevance.score(best, take) + named + (this.#isOnSubject(best) ? ON_SUBJECT_WORTH : 0);
  }

  /** Whether a passage shares anything with the question. */
  #answers({ title }: NumberedPassage, units: readonly PassageUnit[]): boolean {
    return this.relevance.overlap(title) > 0 || units.some((unit) => this.relevance.overlap(unitText(unit)) > 0);
  }

  #isOnSubject({ passage }: PassageUnit): boolean {
    const stems = wordStems(passage.title);
    const isOwn = (own: string) => stems.some((stem) => isSameWord(own, stem) || stem === `${own}꿈`);
    return this.names.some((name) => wordStems(name).some(isOwn));
  }

  #isNamed({ passage }: PassageUnit): boolean {
    return this.relevance.names(cleanLine(passage.title));
  }
}

function unitsFor(source: NumberedPassage, { stretch, skipFirst }: Draw): readonly PassageUnit[] {
  const units = stretch ? stretchOf(source) : passageUnits(source);
  return skipFirst && units.length > 1 ? units.slice(1) : units;
}
