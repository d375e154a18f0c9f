import type { Voice } from '@app/composer';
import { analyst } from './analyst.voice.js';
import { coach } from './coach.voice.js';
import { counselor } from './counselor.voice.js';
import { sage } from './sage.voice.js';
import { storyteller } from './storyteller.voice.js';

const VOICES: Readonly<Record<string, Voice>> = { analyst, coach, counselor, sage, storyteller };

/** The voice of a built-in counsellor; any other persona gets the default voice. */
export const voiceOf = (persona: string | undefined): Voice =>
  persona !== undefined && Object.hasOwn(VOICES, persona) ? (VOICES[persona] ?? counselor) : counselor;
