import type { Phrases } from '@app/composer';

/**
 * Opening and closing sentences for one kind of reading, with the slots of its facts. Readings whose last section is the
 * advice close only there.
 */
export interface KindVoice {
  readonly open?: Phrases;
  readonly meaning?: Phrases;
  readonly detail?: Phrases;
  readonly advice: Phrases;
}

/** Kinds of reading for which the counsellors have dedicated sentences. */
export type VoicedKind = 'dream' | 'tarot' | 'iching' | 'destiny' | 'compatibility' | 'daily';

/** The style of a counsellor: closing sentences for each kind of reading, and for answers in a conversation. */
export interface CounsellorVoice extends Readonly<Record<VoicedKind, KindVoice>> {
  readonly answer: Phrases;
}
