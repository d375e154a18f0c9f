import { type JsonSchema, essential, typeOf } from './json-schema.js';

export type FieldType =
  | 'textarea'
  | 'text'
  | 'select'
  | 'number'
  | 'words'
  | 'numbers'
  | 'flag'
  | 'date'
  | 'time'
  | 'city'
  | 'calendar'
  | 'timezone';

/** One input of a form. `path` is the position of its value in the request body. */
export interface Field {
  readonly path: string;
  /** Last name in the path, by which labels, hints and options are looked up. */
  readonly word: string;
  readonly type: FieldType;
  readonly options: readonly string[];
  readonly isRequired: boolean;
  /** Shown in a collapsed section, because few people need it. */
  readonly isAdvanced: boolean;
  readonly maxLength?: number;
  readonly description?: string;
  /** Paths of other people that take the same value. */
  readonly copies?: readonly string[];
  /** Path and value of the choice that this field belongs to; shown always when absent. */
  readonly shownWhen?: readonly [path: string, value: string];
}

/** Fields that the page sets by other means, and charts or documents that only programs send. */
const HIDDEN = new Set([
  'locale',
  'persona',
  'collections',
  'seed',
  'documents',
  'messages',
  'history',
  'cards',
  'positions',
  'resulting',
  'lineTexts',
  'saju',
  'astro',
  'readerTimezone',
  'leapMonth',
  'latitude',
  'longitude',
  'birthDate',
  'birth_date',
  'birthdate',
  'birthTime',
  'birth_time',
  'birthtime',
]);
const ADVANCED = new Set([
  'lat',
  'lon',
  'timezone',
  'symbols',
  'emotions',
  'themes',
  'context',
  'lines',
  'hexagram',
  'changing',
  'at',
  'changingRule',
  'sixLines',
  'celticCrossOrder',
  'deck',
  'reversals',
  'significator',
  'focus',
]);
/** Conventions of calculation by what they concern; asked once for all people. */
const CONVENTIONS = {
  saju: ['solarTime', 'dayBoundary', 'lunarCalendar', 'hiddenStems', 'luckAgeRounding', 'strengthMethod'],
  astrology: ['houseSystem', 'zodiac', 'ayanamsha'],
} as const;
const SPECIAL: Readonly<Record<string, FieldType>> = {
  date: 'date',
  time: 'time',
  city: 'city',
  calendar: 'calendar',
  timezone: 'timezone',
};
/** Options of fields that the schema does not restrict. */
const CHOICES: Readonly<Record<string, readonly string[]>> = { gender: ['female', 'male', 'other'] };
/** Choices to which a field belongs; the path is that of a field beside it. */
const SHOWN_WHEN: Readonly<Record<string, readonly [path: string, value: string]>> = {
  numbers: ['method', 'plum-numbers'],
  celticCrossOrder: ['spread', 'celtic-cross'],
  ayanamsha: ['zodiac', 'sidereal'],
};
/** Fields shown first and last; the others keep the order of the schema between them. */
const FIRST = [
  'dream',
  'spread',
  'method',
  'numbers',
  'relationship',
  'name',
  'date',
  'time',
  'calendar',
  'gender',
  'city',
];
const LAST = ['theme', 'question'];
const MAX_SHORT_TEXT = 200;
const HANGUL = /\p{Script=Hangul}/u;

/** Derives the form of a kind from its input schema. */
export function formFields(schema: JsonSchema): readonly Field[] {
  const nested = Object.values(schema.properties ?? {}).map((property) => essential(property).properties ?? {});
  // The schema also accepts birth data outside `birth`; show those fields only once.
  const repeated = new Set(nested.flatMap((properties) => Object.keys(properties)));
  return sharedOnce(fieldsOf(schema, '', repeated)).toSorted((one, other) => rank(one) - rank(other));
}

/** What a convention concerns; undefined for other fields. */
export const conventionOf = (word: string): keyof typeof CONVENTIONS | undefined =>
  (['saju', 'astrology'] as const).find((topic) => CONVENTIONS[topic].some((each) => each === word));

/** Keeps the conventions of the first person, which apply to the others too. */
const sharedOnce = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => {
    if (personOf(field.path) === undefined || !conventionOf(field.word)) return [field];
    const [first, ...others] = fields.filter(({ word }) => word === field.word);
    return field === first ? [{ ...field, copies: others.map(({ path }) => path) }] : [];
  });

/** The fields that belong to the choices made so far. */
export const shownFields = (fields: readonly Field[], draft: Readonly<Record<string, string>>): readonly Field[] =>
  fields.filter(({ shownWhen }) => !shownWhen || draft[shownWhen[0]] === shownWhen[1]);

/** Index of the person that a field belongs to, from 0; undefined in a form about one person. */
export function personOf(path: string): number | undefined {
  const [, name] = /(?:^|\.)(first|second|\d+)\./.exec(path) ?? [];
  if (name === undefined) return undefined;
  return name === 'first' ? 0 : name === 'second' ? 1 : Number(name);
}

function rank({ word, path }: Field): number {
  const person = (personOf(path) ?? 0) * FIRST.length;
  if (FIRST.includes(word)) return person + FIRST.indexOf(word) - 1_000;
  return LAST.includes(word) ? LAST.indexOf(word) + 1_000 : 0;
}

function fieldsOf(
  { properties = {}, required = [] }: JsonSchema,
  prefix: string,
  skipped: ReadonlySet<string> = new Set(),
): readonly Field[] {
  return Object.entries(properties).flatMap(([word, property]): readonly Field[] => {
    if (HIDDEN.has(word) || skipped.has(word)) return [];
    const schema = essential(property);
    const path = `${prefix}${word}`;
    if (schema.properties) return fieldsOf(schema, `${path}.`);
    if (schema.items?.properties) return itemFields(schema, path);
    const type = fieldType(word, schema);
    if (!type) return [];
    const options = optionsOf(word, schema);
    const [chooser, choice] = SHOWN_WHEN[word] ?? [];
    const isRequired = required.includes(word) || (word === 'date' && prefix !== '');
    return [
      {
        path,
        word,
        type,
        options,
        isRequired,
        isAdvanced: ADVANCED.has(word) || conventionOf(word) !== undefined,
        ...(schema.maxLength !== undefined && { maxLength: schema.maxLength }),
        ...(schema.description !== undefined && { description: schema.description }),
        ...(chooser && choice && { shownWhen: [`${prefix}${chooser}`, choice] as const }),
      },
    ];
  });
}

/** The fields for each required item of a list, such as two people. */
const itemFields = ({ items = {}, minItems = 0 }: JsonSchema, path: string): readonly Field[] =>
  Array.from({ length: minItems }, (_, index) => fieldsOf(items, `${path}.${index}.`)).flat();

function fieldType(word: string, schema: JsonSchema): FieldType | undefined {
  if (SPECIAL[word]) return SPECIAL[word];
  if (schema.enum || CHOICES[word]) return 'select';
  const type = typeOf(schema);
  if (type === 'array') return listType(essential(schema.items ?? {}));
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'flag';
  if (type !== 'string') return undefined;
  return (schema.maxLength ?? 0) > MAX_SHORT_TEXT ? 'textarea' : 'text';
}

function listType(items: JsonSchema): FieldType | undefined {
  const type = typeOf(items);
  if (type === 'string') return 'words';
  return type === 'number' || type === 'integer' || items.enum?.every((value) => typeof value === 'number')
    ? 'numbers'
    : undefined;
}

/** Options with the default first; optional choices without a default start with an empty option. */
function optionsOf(word: string, schema: JsonSchema): readonly string[] {
  if (CHOICES[word]) return ['', ...CHOICES[word]];
  if (typeof schema.default === 'boolean') return [String(schema.default), String(!schema.default)];
  if (typeOf(schema) === 'boolean') return ['', 'true', 'false'];
  const values = (schema.enum ?? []).map(String).filter((value) => !HANGUL.test(value));
  const chosen = typeof schema.default === 'string' ? schema.default : undefined;
  return chosen === undefined ? values : [chosen, ...values.filter((value) => value !== chosen)];
}
