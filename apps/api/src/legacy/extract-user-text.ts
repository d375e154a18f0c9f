import { type UserText, isAssistantRole } from '@app/readings';
import { locale, looseObject } from './lenient-schemas.js';

/** Fields in which front ends send the user's own words; all other fields contain data of the front end. */
const USER_FIELDS = [
  'dream',
  'dream_text',
  'question',
  'user_question',
  'prompt',
  'message',
  'symbols',
  'emotions',
  'themes',
  'context',
];
const TURN_FIELDS = ['messages', 'history'];

/**
 * Extracts all text of the user from a body of an older front end, for the safety gate, including texts that are too
 * long and turns that are too old for a reading. Never throws.
 */
export function extractUserText(body: unknown): UserText {
  const given = looseObject.parse(body);
  const dreamContext = looseObject.parse(given['dream_context']);
  const fields = USER_FIELDS.flatMap((name) => [...textsIn(given[name]), ...textsIn(dreamContext[name])]);
  const turns = TURN_FIELDS.flatMap((name) => turnTexts(given[name]));
  return { texts: [...fields, ...turns], locale: locale.parse(given['locale'] ?? given['language']) };
}

/** The value if it is a text, or the texts in a list. */
export const textsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item !== '');

/** Texts of the user's turns in a conversation. */
export function turnTexts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return textsIn(value);
  return value.flatMap((turn: unknown) => {
    const { role, content, text, message } = looseObject.parse(turn);
    return isAssistantRole(role) ? [] : textsIn(content ?? text ?? message);
  });
}
