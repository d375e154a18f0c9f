/** Characters with which a match can begin, as the body of a character class. */
interface First {
  readonly characters: string;
  /** The expression can match nothing, so a match can begin with what follows it. */
  readonly isEmpty: boolean;
}

const NOTHING: First = { characters: '', isEmpty: true };

/** Thrown inside this file for expressions whose matches can begin with any character. */
const ANY = new Error('any character');

/**
 * Prepends a look-ahead to a pattern that only checks the first character, which is many times faster than trying all
 * alternatives at every position. Returns the pattern unchanged when a match can begin with any character.
 * @param pattern in the subset of regular expressions that the safety data use: no back-references, no flag `u` or `v`
 */
export function withFirstCharacters(pattern: string): string {
  try {
    const { characters, isEmpty } = new FirstCharacters(pattern).read();
    return isEmpty || characters === '' ? pattern : `(?=[${characters}])${pattern}`;
  } catch (error) {
    if (error === ANY) return pattern;
    throw error;
  }
}

class FirstCharacters {
  #at = 0;

  constructor(private readonly pattern: string) {}

  read(): First {
    const alternatives = [this.#sequence()];
    while (this.pattern[this.#at] === '|') {
      this.#at++;
      alternatives.push(this.#sequence());
    }
    return {
      characters: [...new Set(alternatives.map(({ characters }) => characters))].join(''),
      isEmpty: alternatives.some(({ isEmpty }) => isEmpty),
    };
  }

  #sequence(): First {
    let characters = '';
    let isEmpty = true;
    while (this.#at < this.pattern.length && !'|)'.includes(this.pattern.charAt(this.#at))) {
      const next = this.#quantified(this.#atom());
      if (isEmpty) characters += next.characters;
      isEmpty &&= next.isEmpty;
    }
    return { characters, isEmpty };
  }

  #atom(): First {
    const sign = this.pattern.charAt(this.#at);
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#class();
    this.#at++;
    if (sign === '.') throw ANY;
    if (sign === '^' || sign === '$') return NOTHING;
    return { characters: sign === '\\' ? this.#escaped() : sign, isEmpty: false };
  }

  #escaped(): string {
    const letter = this.pattern.charAt(this.#at++);
    if (/[A-Zbpu]/.test(letter)) throw ANY;
    return `\\${letter}`;
  }

  #class(): First {
    const end = this.pattern.indexOf(']', this.#at);
    const body = this.pattern.slice(this.#at + 1, end);
    this.#at = end + 1;
    if (body.startsWith('^')) throw ANY;
    return { characters: body, isEmpty: false };
  }

  #group(): First {
    const [opening = '('] = /^\((?:\?(?:<?[=!]|:))?/.exec(this.pattern.slice(this.#at, this.#at + 4)) ?? [];
    this.#at += opening.length;
    const isLookAround = /[=!]$/.test(opening);
    if (!isLookAround) return this.#closed(this.read());
    this.#skipGroup();
    return NOTHING;
  }

  #closed(first: First): First {
    this.#at++;
    return first;
  }

  /** Moves behind the end of the group that has just begun. */
  #skipGroup(): void {
    for (let depth = 1; depth > 0; this.#at++) {
      const sign = this.pattern.charAt(this.#at);
      if (sign === '\\') this.#at++;
      else if (sign === '[') this.#at = this.pattern.indexOf(']', this.#at);
      else if (sign === '(') depth++;
      else if (sign === ')') depth--;
    }
  }

  #quantified(first: First): First {
    const [quantifier = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.pattern.slice(this.#at, this.#at + 9)) ?? [];
    this.#at += quantifier.length;
    return /^(?:[?*]|\{0)/.test(quantifier) ? { ...first, isEmpty: true } : first;
  }
}
