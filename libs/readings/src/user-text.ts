import { cleanInput } from '@app/safety';

/** Everything a user has written in a request, for the safety gate. */
export interface UserText {
  readonly texts: readonly string[];
  readonly locale: 'ko' | 'en';
}

/** The value with every text in it cleaned; field names stay as they are. */
export function cleanTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanInput(value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => cleanTexts(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cleanTexts(item)])) as Value;
}

/** What the user has written in an input of a kind. */
export function userTextOf(input: unknown): UserText {
  const isEnglish = typeof input === 'object' && input !== null && 'locale' in input && input.locale === 'en';
  return { texts: textsIn(input), locale: isEnglish ? 'en' : 'ko' };
}

/** Fields whose text is a front end's own: meanings of cards, earlier readings. */
const MATERIAL = new Set(['documents', 'id', 'locale', 'persona']);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item));
  if (typeof value !== 'object' || value === null || isAssistantTurn(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => (MATERIAL.has(name) ? [] : textsIn(item)));
}

const isAssistantTurn = (value: object): boolean => 'role' in value && isAssistantRole(value.role);

const ASSISTANT_ROLES: ReadonlySet<unknown> = new Set(['assistant', 'bot', 'ai', 'counselor', 'model', 'system']);

/** Whether a turn of this role is not the user's; a turn of an unknown role counts as the user's. */
export const isAssistantRole = (role: unknown): boolean => ASSISTANT_ROLES.has(role);
