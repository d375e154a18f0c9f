import { dominantScript } from '@app/text';

type Fields = Readonly<Record<string, unknown>>;

const NODE_COLUMNS =
  'id kind category title_ko title_en text_ko text_en aliases_ko aliases_en stems_ko tags source licence version'.split(
    ' ',
  );
const EDGE_COLUMNS = 'source target type weight role'.split(' ');
const LISTS: ReadonlySet<string> = new Set(['aliases_ko', 'aliases_en', 'stems_ko', 'tags']);

/** Column names of other tools. */
const NODE_SYNONYMS: Readonly<Record<string, string>> = {
  label: 'title',
  name: 'title',
  description: 'text',
  type: 'kind',
};
const EDGE_SYNONYMS: Readonly<Record<string, string>> = {
  from: 'source',
  to: 'target',
  relation: 'type',
  label: 'type',
};
/** Columns without a language suffix. The script of the value determines the language. */
const NEUTRAL: ReadonlySet<string> = new Set(['title', 'text', 'aliases']);

/** Maps a row's fields to the columns of a graph file and records the names of unknown columns. */
export class GraphColumns {
  readonly unknown = new Set<string>();

  node(fields: Fields): Fields {
    return this.#known(fields, NODE_SYNONYMS, (name, value) => {
      if (NEUTRAL.has(name)) return [`${name}_${dominantScript(String(value)) === 'hangul' ? 'ko' : 'en'}`, value];
      return NODE_COLUMNS.includes(name) ? [name, value] : undefined;
    });
  }

  edge(fields: Fields): Fields {
    return this.#known(fields, EDGE_SYNONYMS, (name, value) => {
      if (name === 'weight') return [name, Number(value)];
      return EDGE_COLUMNS.includes(name) ? [name, value] : undefined;
    });
  }

  #known(
    fields: Fields,
    synonyms: Readonly<Record<string, string>>,
    place: (name: string, value: unknown) => readonly [string, unknown] | undefined,
  ): Fields {
    const placed: Record<string, unknown> = {};
    for (const [column, value] of Object.entries(fields)) {
      const synonym = synonyms[column];
      const found = place(synonym !== undefined && fields[synonym] === undefined ? synonym : column, value);
      if (found) placed[found[0]] = LISTS.has(found[0]) ? asList(found[1]) : found[1];
      else this.unknown.add(column);
    }
    return placed;
  }
}

/** Splits a CSV cell with several names, which are separated by `|` or `;`. */
const asList = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .split(/[|;]/)
        .map((name) => name.trim())
        .filter(Boolean)
    : value;
