import { isJosa, particleAfter } from '@app/text';

export type Slots = Readonly<Record<string, string>>;

const SLOT = /\{([^{}]+)\}/g;

/** Whether every slot of the phrase has a value. Particles (`{은/는}`) are not slots. */
export const isFillable = (phrase: string, slots: Slots): boolean =>
  slotsOf(phrase).every((slot) => (slots[slot] ?? '') !== '');

export const slotsOf = (phrase: string): readonly string[] =>
  [...phrase.matchAll(SLOT)].map(([, name = '']) => name).filter((name) => !isJosa(name));

/** Fills the slots and chooses each particle to fit the preceding word: `{name}{은/는}` becomes 뱀은 or 친구는. */
export function fillPhrase(phrase: string, slots: Slots): string {
  let text = '';
  let end = 0;
  for (const { index, 0: mark, 1: name = '' } of phrase.matchAll(SLOT)) {
    text += phrase.slice(end, index);
    text += isJosa(name) ? particleAfter(text, name) : (slots[name] ?? '');
    end = index + mark.length;
  }
  return text + phrase.slice(end);
}
