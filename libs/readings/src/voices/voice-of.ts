import type { Phrases, Voice } from '@app/composer';
import { analyst } from './analyst.voice.js';
import { coach } from './coach.voice.js';
import type { CounsellorVoice, KindVoice } from './counsellor-voice.js';
import { counselor } from './counselor.voice.js';
import { sage } from './sage.voice.js';
import { storyteller } from './storyteller.voice.js';

const VOICES: Readonly<Record<string, CounsellorVoice>> = { analyst, coach, counselor, sage, storyteller };
const SILENT: Phrases = { ko: [], en: [] };

/**
 * The voice of a built-in counsellor for a kind of reading; any other persona gets the default voice. Kinds that are not
 * built in have no dedicated sentences.
 */
export function voiceOf(persona: string | undefined, kind: string): Voice {
  const voice = persona !== undefined && Object.hasOwn(VOICES, persona) ? (VOICES[persona] ?? counselor) : counselor;
  const { answer, ...kinds } = voice;
  const own = Object.hasOwn(kinds, kind) ? (kinds as Readonly<Record<string, KindVoice>>)[kind] : undefined;
  return {
    open: own?.open ? { meaning: own.open } : {},
    close: {
      meaning: own?.meaning ?? SILENT,
      detail: own?.detail ?? SILENT,
      advice: own?.advice ?? SILENT,
      answer,
    },
  };
}
