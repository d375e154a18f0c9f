import { PACK_COLLECTION } from '../store/knowledge-row.js';

/** Also the name of a folder: no separators, no dot in front. As long as a request may name. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{0,63}$/u;

/** A name no collection may have. */
export class CollectionNameError extends Error {
  readonly code = 'collection.invalid';
}

/** The name in NFC. @throws CollectionNameError */
export function collectionName(name: string): string {
  const composed = name.normalize('NFC');
  if (composed === PACK_COLLECTION)
    throw new CollectionNameError(`"${PACK_COLLECTION}" is the knowledge pack; choose another name for the collection`);
  if (NAME.test(composed)) return composed;
  throw new CollectionNameError('a collection is named with letters, digits, "_", "-" and ".", at most 64 of them');
}
