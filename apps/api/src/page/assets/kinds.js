/** The form of each kind: a field is `[name, type, options?]`; names starting with `birth.` are nested. */
export const KINDS = {
  dream: [['dream', 'textarea']],
  tarot: [
    ['question', 'textarea'],
    ['spread', 'select', ['three', 'one', 'celtic-cross', 'relationship', 'year']],
  ],
  iching: [
    ['question', 'textarea'],
    ['method', 'select', ['coins', 'yarrow']],
  ],
  destiny: [
    ['birth.date', 'date'],
    ['birth.time', 'time'],
    ['birth.calendar', 'select', ['solar', 'lunar']],
    ['birth.gender', 'select', ['', 'female', 'male']],
    ['birth.city', 'text'],
    ['theme', 'select', ['chat', 'love', 'career', 'wealth', 'health', 'family', 'life_path']],
    ['question', 'text'],
  ],
};

/** The request body of a filled form; empty fields are left out. */
export function bodyOf(form, locale) {
  const body = { locale };
  for (const [name, value] of new FormData(form)) {
    if (value === '') continue;
    const [head, tail] = name.split('.');
    if (tail) (body[head] ??= {})[tail] = value;
    else body[head] = value;
  }
  return body;
}
