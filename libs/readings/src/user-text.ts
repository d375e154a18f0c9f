import type { Locale } from '@app/text';
import { cleanInput } from '@app/safety';
import type { ReadingPlan } from './reading-definition.js';

/** All texts of the user in a request, for the safety gate. */
export interface UserText {
  readonly texts: readonly string[];
  readonly locale: Locale;
}

/** Cleans every string in a value and removes white space around it; field names stay unchanged. */
export function cleanTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanInput(value).trim() as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => cleanTexts(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cleanTexts(item)])) as Value;
}

/** The user's texts in a kind's input. */
export function userTextOf(input: unknown): UserText {
  const isEnglish = typeof input === 'object' && input !== null && 'locale' in input && input.locale === 'en';
  return { texts: textsIn(input), locale: isEnglish ? 'en' : 'ko' };
}

/** Fields that front ends fill rather than users, such as card meanings and earlier readings. */
const MATERIAL = new Set(['documents', 'id', 'lineTexts', 'locale', 'persona']);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item));
  if (typeof value !== 'object' || value === null || isAssistantTurn(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => (MATERIAL.has(name) ? [] : textsIn(item)));
}

const isAssistantTurn = (value: object): boolean => 'role' in value && isAssistantRole(value.role);

const ASSISTANT_ROLES: ReadonlySet<unknown> = new Set(['assistant', 'bot', 'ai', 'counselor', 'model', 'system']);

/** Whether a turn with this role is not the user's. Unknown roles count as the user's. */
export const isAssistantRole = (role: unknown): boolean => ASSISTANT_ROLES.has(role);

/** All text that the user wrote: earlier turns, details, question. */
export const wordsOfUser = ({
  question,
  details = [],
  history = [],
}: Pick<ReadingPlan, 'question' | 'details' | 'history'>): string =>
  [...history.filter(({ speaker }) => speaker === 'person').map(({ text }) => text), ...details, question].join('\n');
