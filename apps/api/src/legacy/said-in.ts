import type { Said } from '../readings/reading-launcher.js';
import { cleaned, isReader } from '../readings/user-texts.js';
import { locale, loose } from './tolerant.js';

/** Fields in which front ends send a person's own words; all others hold material of the front end's. */
const OWN_WORDS = ['dream', 'dream_text', 'question', 'prompt', 'symbols', 'emotions', 'themes', 'context'];
const TURNS = ['messages', 'history'];

/**
 * Everything a person has said in a body of an existing front end, whatever is wrong with it otherwise: texts too long,
 * and turns too old, to be read are here. Never throws.
 */
export function saidIn(body: unknown): Said {
  const given = loose.parse(body);
  const told = loose.parse(given['dream_context']);
  const words = OWN_WORDS.flatMap((name) => [...texts(given[name]), ...texts(told[name])]);
  const all = [...words, ...TURNS.flatMap((name) => turns(given[name]))];
  return { texts: cleaned(all), locale: locale.parse(given['locale'] ?? given['language']) };
}

/** A text, or the texts of a list. */
const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item !== '');

const turns = (value: unknown): readonly string[] => {
  if (!Array.isArray(value)) return texts(value);
  return value.flatMap((turn: unknown) => {
    const { role, content, text, message } = loose.parse(turn);
    return isReader(role) ? [] : texts(content ?? text ?? message);
  });
};
