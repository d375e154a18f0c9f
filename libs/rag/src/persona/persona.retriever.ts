import { analyze } from '@app/text';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityLinker, InjectEntityLinker } from '../entity-linker.js';
import { InjectNeighbourSource, type Neighbour, type NeighbourSource } from '../neighbour-source.js';
import type { Passage, RetrievalQuery, Retriever } from '../retriever.js';
import { guarded, withFallback } from '../search/guarded.js';
import { DEFAULT_PERSONA, chooseRules } from './choose-rules.js';
import { knownFacts } from './known-facts.js';
import type { Persona, PersonaRule } from './persona-record.js';
import { type PersonaBook, PersonaStore } from './persona.store.js';
import { similarRule } from './rule-similarity.js';
import { type ScoredRule, scoreRule } from './score-rule.js';

/** Maximum number of semantically similar ideas that are added to the facts. */
const MAX_NEIGHBOURS = 5;

/**
 * Retrieves the counsellors' rules for the facts of a reading. If the query names a counsellor, returns the record with
 * the style of speech followed by this counsellor's rules only; for an unknown name, the default counsellor's rules.
 * Otherwise returns the default counsellor's rules, then the best rules of the others.
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

  /** Rules depend only on the facts, not on the question, so earlier passages are always sufficient. */
  isAnsweredBy(): boolean {
    return true;
  }

  retrieve(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Passage[]> {
    return guarded(signal, async () => {
      const book = this.store.current();
      const facts = knownFacts(query, this.linker, await this.neighbours(query, signal));
      const speaker = speakerOf(query, book);
      const applicable = book.rules.filter((rule) => isApplicable(rule, book, query, speaker));
      const context = { terms: new Set(analyze(query.text)), facts, locale: query.locale };
      const scored = applicable.map((rule) => scoreRule(rule, facts) ?? similarRule(rule, context));
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

  /** Returns no neighbours when the vector search fails; the facts and words are sufficient. */
  private neighbours(query: RetrievalQuery, signal: AbortSignal): Promise<readonly Neighbour[]> {
    return withFallback(() => this.neighbourSource.neighbours(query, MAX_NEIGHBOURS, signal), [], signal);
  }
}

/** Returns the only counsellor whose rules are used; undefined when all are. */
function speakerOf({ persona }: RetrievalQuery, { personas }: PersonaBook): Persona | undefined {
  return persona === undefined ? undefined : (personas.get(persona) ?? personas.get(DEFAULT_PERSONA));
}

function isApplicable(
  rule: PersonaRule,
  { personas }: PersonaBook,
  { kind }: RetrievalQuery,
  speaker?: Persona,
): boolean {
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

/** Limits each score to the one before it, so that sorting by score keeps the rules grouped by counsellor. */
function inOrder(passages: readonly Passage[]): readonly Passage[] {
  let limit = 1;
  return passages.map((item) => ({ ...item, score: (limit = Math.min(limit, item.score)) }));
}
