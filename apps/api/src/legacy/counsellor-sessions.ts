import { Injectable } from '@nestjs/common';
import { InjectSessionStore, type SessionStore } from '@app/cache';
import { ReadingInputError } from '@app/divination';
import type { PassagesByRetriever } from '@app/rag';
import type { AdaptedInput, Focus } from '@app/readings';
import type { Locale } from '@app/text';
import { OPEN_TENANT } from '../auth/caller.js';
import type { AskRequest, ChartInput } from './ask-request.js';

/** Data kept between `/counselor/init` and the questions: the charts as received and the passages found for them. */
export interface CounsellorSession {
  readonly locale: Locale;
  readonly charts: ChartInput;
  readonly prefetched: PassagesByRetriever;
}

/**
 * Counsellor sessions. An id is valid only for the owner that opened it; the id of a session that a browser opened is
 * valid for every owner.
 */
@Injectable()
export class CounsellorSessions {
  constructor(@InjectSessionStore() private readonly store: SessionStore) {}

  open(owner: string, session: CounsellorSession): Promise<string> {
    return this.store.open(owner, session);
  }

  /**
   * Converts a question to input of the kind `ask` and adds the data of its session.
   * @throws ReadingInputError when the session is unknown and the question contains no chart
   */
  async toInput({ sessionId, locale, charts, question, focus }: AskRequest, owner: string): Promise<AdaptedInput> {
    const session = sessionId === undefined ? undefined : await this.#read(sessionId, owner);
    if (sessionId !== undefined && !session && !hasChart(charts))
      throw new ReadingInputError('session_id', {
        ko: '알 수 없거나 끝난 상담이고, 함께 온 차트도 없습니다.',
        en: 'This session is unknown or has expired, and no chart came with it.',
      });
    const prefetched = session && usablePassages(session, locale, focus);
    return { input: { ...session?.charts, ...charts, ...question }, prefetched };
  }

  /**
   * Also finds sessions of the open tenant: a browser may open a session without the API key that its server uses for
   * the questions. Ids cannot be guessed.
   */
  async #read(sessionId: string, owner: string): Promise<CounsellorSession | undefined> {
    const own = await this.store.read<CounsellorSession>(owner, sessionId);
    return own ?? (owner === OPEN_TENANT ? undefined : this.store.read<CounsellorSession>(OPEN_TENANT, sessionId));
  }
}

const hasChart = (charts: ChartInput): boolean => Object.keys(charts).some((name) => name !== 'theme');

/** Id prefix of the records of the other tradition. */
const OTHER: Readonly<Record<Focus, string | undefined>> = { both: undefined, saju: 'astro:', astrology: 'saju:' };

/** The prefetched passages without those of the other tradition; undefined if the session has another language. */
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
