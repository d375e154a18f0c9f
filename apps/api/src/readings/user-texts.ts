import { cleanInput } from '@app/safety';

/** The value with every text in it cleaned; names of fields are left alone. */
export function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanInput(value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => cleaned(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cleaned(item)])) as Value;
}

/** Fields whose text is a front end's own: meanings of cards, earlier readings. */
const MATERIAL = new Set(['documents', 'id', 'locale', 'persona']);

/** Everything a person has written in a request, earlier turns included; what the other side said is left out. */
export function userTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => userTexts(item));
  if (typeof value !== 'object' || value === null || isAnothersTurn(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => (MATERIAL.has(name) ? [] : userTexts(item)));
}

const isAnothersTurn = (value: object): boolean => 'role' in value && isReader(value.role);

/** What front ends call the side that answers, and their own instructions. */
const READERS: ReadonlySet<unknown> = new Set(['assistant', 'bot', 'ai', 'counselor', 'model', 'system']);

/** Whether a turn is not the person's; one of an unknown role is. */
export const isReader = (role: unknown): boolean => READERS.has(role);
