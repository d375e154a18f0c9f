import { isSameWord, stableHash, wordStems } from '@app/text';
import { cleanLine } from '../language/clean-text.js';
import type { Subject } from '../facts/section-facts.js';
import type { Draw, Take } from '../plans/section-plan.js';
import type { NumberedPassage } from '../section-brief.js';
import type { UsedSentences } from '../used-sentences.js';
import { type PassageUnit, adviceOf, facetUnits, passageUnits, stretchOf, unitText } from './passage-units.js';
import { isOfPack, unitsAbout } from './subject-passages.js';

/** Minimum number of words that a passage of the built-in knowledge files shares with a question that it answers. */
const MIN_SHARED_WORDS = 2;

const FOLK = /^folk$/;
const PSYCHE = /^psyche$/;

/**
 * Records of actions and feelings begin with one of several scenes; only their psychological reading fits all of them.
 */
const beginsWithScene = ({ tags, facets }: NumberedPassage): boolean =>
  facets?.['psyche'] !== undefined && tags.some((tag) => tag === 'category:action' || tag === 'category:emotion');

const hasLore = ({ tags }: NumberedPassage): boolean =>
  tags.includes('category:animal') || tags.includes('category:nature');

export interface PickedSource {
  readonly source: NumberedPassage;
  readonly units: readonly PassageUnit[];
}

/**
 * Chooses the units to quote from selected passages: by position in the record, or by the words shared with the
 * question.
 */
export class UnitChooser {
  readonly #asked: readonly string[];
  readonly #turn: number;

  /** @param asked the question; words that name the reading's subjects are treated like any other */
  constructor(
    asked: string,
    private readonly used: UsedSentences,
  ) {
    this.#asked = [...new Set(wordStems(asked))];
    this.#turn = stableHash(asked);
  }

  /** Units to quote from these passages, which all concern one subject or come from one source. */
  choose(sources: readonly NumberedPassage[], draw: Draw, subject?: Subject): readonly PassageUnit[] {
    const first = this.#taken(sources, draw, draw.take, subject);
    const chosen = first.length > 0 || !draw.orElse ? first : this.#taken(sources, draw, draw.orElse, subject);
    if (!draw.followedBy) return chosen;
    const said = new Set(chosen.flatMap(({ sentences }) => sentences));
    const more = this.#taken(sources, { ...draw, units: 1 }, draw.followedBy, subject);
    return [...chosen, ...more.filter(({ sentences }) => !sentences.some((sentence) => said.has(sentence)))];
  }

  #taken(sources: readonly NumberedPassage[], draw: Draw, take: Take, subject?: Subject): readonly PassageUnit[] {
    const units = this.#fresh(sources.flatMap((source) => this.#candidates(source, { ...draw, take }, subject)));
    return this.#limited(units, take, draw.units ?? 1);
  }

  /**
   * The passages that contain something to quote, in their order. For `answer`, those that share most words with the
   * question come first.
   */
  rank(sources: readonly NumberedPassage[], draw: Draw): readonly PickedSource[] {
    const found = sources
      .map((source) => ({ source, units: this.choose([source], draw) }))
      .filter(({ units }) => units.length > 0);
    if (draw.take !== 'answer' || draw.inOrder) return found;
    return found
      .map((picked) => ({ picked, shared: Math.max(...picked.units.map((unit) => this.#shared(unitText(unit)))) }))
      .filter(
        ({ picked: { source }, shared }) => !isOfPack(source) || shared >= MIN_SHARED_WORDS || this.#isNamed(source),
      )
      .toSorted((left, right) => right.shared - left.shared)
      .map(({ picked }) => picked);
  }

  #candidates(source: NumberedPassage, draw: Draw, subject?: Subject): readonly PassageUnit[] {
    switch (draw.take) {
      case 'context':
        return facetUnits(source, /^context-\d+$/);
      case 'folk':
        return beginsWithScene(source) ? [] : facetUnits(source, FOLK);
      case 'lore':
        return hasLore(source) ? facetUnits(source, FOLK) : [];
      case 'psyche':
        return beginsWithScene(source) ? [] : facetUnits(source, PSYCHE);
      case 'core':
        return beginsWithScene(source) ? facetUnits(source, PSYCHE) : this.#whole(source, draw);
      case 'part':
        return subject ? unitsAbout(source, subject) : [];
      case 'advice':
        return adviceOf(source, this.#turn);
      case 'rest':
        return passageUnits(source).slice(1);
      default:
        return this.#whole(source, draw);
    }
  }

  #whole(source: NumberedPassage, { stretch }: Draw): readonly PassageUnit[] {
    return stretch ? stretchOf(source) : passageUnits(source);
  }

  #limited(units: readonly PassageUnit[], take: Take, count: number): readonly PassageUnit[] {
    if (take !== 'answer') return units.slice(0, count);
    return units
      .map((unit) => ({ unit, shared: this.#shared(unitText(unit)) }))
      .toSorted((left, right) => right.shared - left.shared)
      .slice(0, count)
      .map(({ unit }) => unit)
      .toSorted((left, right) => left.index - right.index);
  }

  #fresh(units: readonly PassageUnit[]): readonly PassageUnit[] {
    return units.filter((unit) => !unit.sentences.some((sentence) => this.used.has(sentence)));
  }

  /** Whether the question contains every word of the passage's title. */
  #isNamed({ title }: NumberedPassage): boolean {
    const words = wordStems(cleanLine(title));
    return words.length > 0 && words.every((word) => this.#asked.some((asked) => isSameWord(asked, word)));
  }

  #shared(text: string): number {
    const stems = wordStems(text);
    return this.#asked.filter((word) => stems.some((stem) => isSameWord(word, stem))).length;
  }
}
