import { Injectable } from '@nestjs/common';
import { InjectSessionStore, type SessionStore } from '@app/cache';
import { ReadingInputError } from '@app/divination';
import type { PassagesByRetriever } from '@app/rag';
import type { AdaptedInput, Focus } from '@app/readings';
import type { Locale } from '@app/text';
import { OPEN_TENANT } from '../auth/caller.js';
import type { AskRequest, ChartInput } from './ask-request.js';

/** Kept between `/counselor/init` and the questions: the charts as they came, and the passages found for them. */
export interface CounsellorSession {
  readonly locale: Locale;
  readonly charts: ChartInput;
  readonly prefetched: PassagesByRetriever;
}

/** Sessions of counsellors. An id is valid for the owner that opened it; one opened by a browser for every owner. */
@Injectable()
export class CounsellorSessions {
  constructor(@InjectSessionStore() private readonly store: SessionStore) {}

  open(owner: string, session: CounsellorSession): Promise<string> {
    return this.store.open(owner, session);
  }

  /**
   * A question as input of the kind `ask`, completed by its session.
   * @throws ReadingInputError when the session is unknown and no chart came with the question
   */
  async toInput({ sessionId, locale, charts, question, focus }: AskRequest, owner: string): Promise<AdaptedInput> {
    const session = sessionId === undefined ? undefined : await this.#read(sessionId, owner);
    if (sessionId !== undefined && !session && !hasChart(charts))
      throw new ReadingInputError('session_id', 'This session is unknown or has expired, and no chart came with it.');
    const prefetched = session && usablePassages(session, locale, focus);
    return { input: { ...session?.charts, ...charts, ...question }, prefetched };
  }

  /** A browser may have opened the session without the key that its server asks with. Ids cannot be guessed. */
  async #read(sessionId: string, owner: string): Promise<CounsellorSession | undefined> {
    const own = await this.store.read<CounsellorSession>(owner, sessionId);
    return own ?? (owner === OPEN_TENANT ? undefined : this.store.read<CounsellorSession>(OPEN_TENANT, sessionId));
  }
}

const hasChart = (charts: ChartInput): boolean => Object.keys(charts).some((name) => name !== 'theme');

/** Prefix of the ids of the records of the other tradition. */
const OTHER: Readonly<Record<Focus, string | undefined>> = { both: undefined, saju: 'astro:', astrology: 'saju:' };

/** The prefetched passages that are in the question's language and of its tradition. */
export function usablePassages(
  session: CounsellorSession,
  locale: Locale,
  focus: Focus,
): PassagesByRetriever | undefined {
  if (session.locale !== locale) return undefined;
  const other = OTHER[focus];
  const entries = Object.entries(session.prefetched).map(([kind, passages = []]) => [
    kind,
    passages.filter(({ id }) => other === undefined || !id.startsWith(other)),
  ]);
  return Object.fromEntries(entries) as PassagesByRetriever;
}
