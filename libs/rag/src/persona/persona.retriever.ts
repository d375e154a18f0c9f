import { analyze } from '@app/text';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityLinker, InjectEntityLinker } from '../entity-linker.js';
import { InjectNeighbourSource, type Neighbour, type NeighbourSource } from '../neighbour-source.js';
import type { Passage, RetrievalQuery, Retriever } from '../retriever.js';
import { guarded } from '../search/guarded.js';
import { DEFAULT_PERSONA, chooseRules } from './choose-rules.js';
import { knownFacts } from './known-facts.js';
import type { Persona, PersonaRule } from './persona-record.js';
import { type PersonaBook, PersonaStore } from './persona.store.js';
import { similarRule } from './rule-similarity.js';
import { type ScoredRule, scoreRule } from './score-rule.js';

/** Ideas by meaning that a rule may be about as well. */
const MAX_NEIGHBOURS = 5;

/**
 * What counsellors have to say about the facts of a reading. With a counsellor asked for only theirs, after the record
 * that says how they speak; an unknown counsellor means the default one. Otherwise the default one's first, then the best
 * of the others.
 */
@Injectable()
export class PersonaRetriever implements Retriever {
  static readonly kind = 'persona';
  readonly kind = PersonaRetriever.kind;

  constructor(
    @Inject(PersonaStore) private readonly store: Pick<PersonaStore, 'current'>,
    @InjectEntityLinker() private readonly linker: EntityLinker,
    @InjectNeighbourSource() private readonly neighbourSource: NeighbourSource,
  ) {}

  /** Rules depend on the facts alone, not on the question. */
  isAnsweredBy(): boolean {
    return true;
  }

  retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    return guarded(signal, async () => {
      const book = this.store.current();
      const facts = knownFacts(query, this.linker, await this.neighbours(query, signal));
      const speaker = speakerOf(query, book);
      const heard = book.rules.filter((rule) => isHeard(rule, book, query, speaker));
      const asked = { terms: new Set(analyze(query.text)), facts, locale: query.locale };
      const scored = heard.map((rule) => scoreRule(rule, facts) ?? similarRule(rule, asked));
      const chosen = chooseRules(
        scored.filter((rule) => rule !== undefined),
        query.topK,
        query.locale,
      );
      const voice =
        speaker && query.persona === speaker.slug && chosen.length > 0 ? [voicePassage(speaker, query)] : [];
      return [...voice, ...inOrder(chosen.map((rule) => passage(rule, book, query)))];
    });
  }

  /** Facts and words are enough where meaning cannot be asked. */
  private async neighbours(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Neighbour[]> {
    try {
      return await this.neighbourSource.neighbours(query, MAX_NEIGHBOURS, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      return [];
    }
  }
}

/** The only counsellor to be heard; undefined when all may speak. */
function speakerOf({ persona }: RetrievalQuery, { personas }: PersonaBook): Persona | undefined {
  return persona === undefined ? undefined : (personas.get(persona) ?? personas.get(DEFAULT_PERSONA));
}

function isHeard(rule: PersonaRule, { personas }: PersonaBook, { kind }: RetrievalQuery, speaker?: Persona): boolean {
  if (speaker) return rule.persona === speaker.slug;
  const kinds = personas.get(rule.persona)?.kinds ?? [];
  return kind === undefined || kinds.length === 0 || kinds.includes(kind);
}

function voicePassage({ slug, titles, texts, voices, tags, source }: Persona, { locale }: RetrievalQuery): Passage {
  const text = `${texts[locale]} ${voices[locale]}`;
  return { id: `persona:${slug}`, title: titles[locale], text, source, score: 1, tags };
}

function passage({ rule, score, matched }: ScoredRule, { personas }: PersonaBook, { locale }: RetrievalQuery): Passage {
  const speaker = personas.get(rule.persona)?.titles[locale];
  return {
    id: rule.id,
    title: rule.titles[locale],
    text: rule.texts[locale],
    source: speaker ? `${speaker}: ${rule.source}` : rule.source,
    score,
    tags: rule.tags,
    origin: { matched },
  };
}

/** Rules stay grouped by counsellor: no score exceeds those before it. */
function inOrder(passages: readonly Passage[]): readonly Passage[] {
  let most = 1;
  return passages.map((item) => ({ ...item, score: (most = Math.min(most, item.score)) }));
}
