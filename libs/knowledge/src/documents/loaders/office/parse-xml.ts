import { Parser } from 'htmlparser2';

export interface XmlHandlers {
  /** Names are without their namespace prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Calls the handlers in document order. Entities declared in the document are not expanded. */
export function parseXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(localName(name), attributes),
      ontext: (content) => text?.(content),
      onclosetag: (name) => close?.(localName(name)),
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
}

/** Returns the attributes of all elements of this name, in document order. */
export function elementsOf(xml: string, wanted: string): ReadonlyArray<Readonly<Record<string, string>>> {
  const found: Array<Readonly<Record<string, string>>> = [];
  parseXml(xml, { open: (name, attributes) => name === wanted && found.push(attributes) });
  return found;
}

/** Returns the text of the first element of this name; empty without one. */
export const textOfElement = (xml: string, wanted: string): string => textsOfElements(xml, wanted)[0] ?? '';

/** Returns the texts of all elements of this name that are not inside another, trimmed. */
export function textsOfElements(xml: string, wanted: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  parseXml(xml, {
    open: (name) => {
      if (name === wanted && depth++ === 0) found.push('');
    },
    text: (text) => {
      if (depth > 0) found.push(`${found.pop()}${text}`);
    },
    close: (name) => {
      if (name === wanted) depth--;
    },
  });
  return found.map((text) => text.trim());
}

/** Returns the attribute that has this name behind a namespace prefix: `r:id`, but not `id`. */
export function prefixed(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(attributes).find((attribute) => attribute.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
