import { Injectable } from '@nestjs/common';
import { InjectSessionStore, type SessionStore } from '@app/cache';
import type { PassagesByRetriever } from '@app/rag';
import type { Focus } from '@app/readings';
import type { ChartInput } from './ask-request.js';
import type { Locale } from '@app/text';

/** What is kept between `/counselor/init` and the questions: the charts as they came, and what was found for them. */
export interface CounsellorSession {
  readonly locale: Locale;
  readonly charts: ChartInput;
  readonly prefetched: PassagesByRetriever;
}

/** Sessions of counsellors. An id answers only to the owner that opened it. */
@Injectable()
export class CounsellorSessions {
  constructor(@InjectSessionStore() private readonly store: SessionStore) {}

  open(owner: string, session: CounsellorSession): Promise<string> {
    return this.store.open(owner, session);
  }

  find(owner: string, id: string): Promise<CounsellorSession | undefined> {
    return this.store.read<CounsellorSession>(owner, id);
  }
}

/** Ids of the records of the tradition that is not asked. */
const OTHER: Readonly<Record<Focus, string | undefined>> = { both: undefined, saju: 'astro:', astrology: 'saju:' };

/** What was found, as far as it is in the question's language and of the tradition asked. */
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
