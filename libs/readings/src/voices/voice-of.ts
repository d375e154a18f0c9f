import type { Phrases, Voice } from '@app/composer';
import voices from './voices.json' with { type: 'json' };

/**
 * Opening and closing sentences for one kind of reading, with the slots of its facts. Readings whose last section is the
 * advice close only there.
 */
interface KindVoice {
  readonly open?: Phrases;
  readonly meaning?: Phrases;
  readonly detail?: Phrases;
  readonly advice: Phrases;
}

/** Kinds of reading for which the counsellors have dedicated sentences. */
const VOICED_KINDS = ['dream', 'tarot', 'iching', 'destiny', 'compatibility', 'daily'] as const;
type VoicedKind = (typeof VOICED_KINDS)[number];

/** The style of a counsellor: closing sentences for each kind of reading, and for answers in a conversation. */
interface CounsellorVoice extends Readonly<Record<VoicedKind, KindVoice>> {
  /** How the counsellor speaks, for the authors of further sentences. */
  readonly style: string;
  readonly answer: Phrases;
}

const VOICES: Readonly<Record<string, CounsellorVoice>> = voices;
const DEFAULT: CounsellorVoice = voices.counselor;
const SILENT: Phrases = { ko: [], en: [] };

/**
 * The voice of a built-in counsellor for a kind of reading; any other persona gets the default voice. Kinds that are not
 * built in have no dedicated sentences.
 */
export function voiceOf(persona: string | undefined, kind: string): Voice {
  const voice = (persona !== undefined && Object.hasOwn(VOICES, persona) && VOICES[persona]) || DEFAULT;
  const own = isVoiced(kind) ? voice[kind] : undefined;
  return {
    open: own?.open ? { meaning: own.open } : {},
    close: {
      meaning: own?.meaning ?? SILENT,
      detail: own?.detail ?? SILENT,
      advice: own?.advice ?? SILENT,
      answer: voice.answer,
    },
  };
}

const isVoiced = (kind: string): kind is VoicedKind => (VOICED_KINDS as readonly string[]).includes(kind);
