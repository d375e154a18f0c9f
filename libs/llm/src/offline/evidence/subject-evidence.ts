import type { Evidence } from '../../llm-client.js';
import type { Subject } from '../facts/section-facts.js';

/** Whether a source is the record of this subject, or a part of it (`iching:11#line-3`; `iching:1` is another). */
export function isAbout({ id, title }: Evidence, { ids, names }: Subject): boolean {
  const byId = ids.some((own) => id === own || (id.startsWith(own) && !/^[\w-]/.test(id.slice(own.length))));
  return byId || names.some((name) => sameName(name, title));
}

const plain = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
const sameName = (left: string, right: string): boolean => plain(left) === plain(right);
