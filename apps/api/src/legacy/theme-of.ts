/** What the destiny kinds may keep to. */
const THEMES = ['chat', 'love', 'career', 'wealth', 'health', 'family', 'life_path'] as const;

/** Other words front ends have for them. */
const ALSO: Readonly<Record<string, (typeof THEMES)[number]>> = {
  life: 'life_path',
  destiny: 'life_path',
  relationship: 'love',
  marriage: 'love',
  work: 'career',
  job: 'career',
  money: 'wealth',
  finance: 'wealth',
};

/** A theme in a front end's words, `focus_career` included; what nobody knows is talk about anything. */
export function themeOf(said: string | undefined): (typeof THEMES)[number] {
  const word =
    said
      ?.trim()
      .toLowerCase()
      .replace(/^focus_/, '') ?? '';
  return THEMES.find((theme) => theme === word) ?? (Object.hasOwn(ALSO, word) ? ALSO[word] : undefined) ?? 'chat';
}
