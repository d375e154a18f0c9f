/**
 * Form fields of each kind: `[name, type, options?]`. A dot in the name nests the value. The first option is the
 * default.
 */
export const KINDS = {
  dream: [['dream', 'textarea']],
  tarot: [
    ['question', 'textarea'],
    ['spread', 'select', ['three', 'one', 'relationship', 'celtic-cross', 'year']],
  ],
  iching: [
    ['question', 'textarea'],
    ['method', 'select', ['coins', 'yarrow']],
  ],
  destiny: [
    ['birth.date', 'date'],
    ['birth.time', 'time'],
    ['birth.calendar', 'select', ['solar', 'lunar', 'leap']],
    ['birth.gender', 'select', ['', 'female', 'male']],
    ['birth.city', 'text'],
    ['theme', 'select', ['chat', 'love', 'career', 'wealth', 'health', 'family', 'life_path']],
    ['question', 'textarea'],
  ],
};

export const REQUIRED = new Set(['dream', 'birth.date']);

/** The request body of a form, without empty fields. */
export function bodyOf(form, locale) {
  const body = { locale };
  for (const [name, value] of new FormData(form)) {
    if (value.trim() === '') continue;
    const [head, tail] = name.split('.');
    if (tail) (body[head] ??= {})[tail] = value;
    else body[head] = value;
  }
  if (body.birth?.calendar === 'leap') Object.assign(body.birth, { calendar: 'lunar', leapMonth: true });
  return body;
}
