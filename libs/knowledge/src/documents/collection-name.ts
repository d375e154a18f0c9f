import { PACK_COLLECTION } from '../store/knowledge-row.js';

/**
 * The name is also a folder name: it contains no separators and does not start with a dot. The maximum length is the
 * one that requests accept.
 */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{0,63}$/u;

/** The collection name is invalid or reserved. */
export class CollectionNameError extends Error {
  readonly code = 'collection.invalid';
}

/** Validates a collection name and returns it in NFC. @throws CollectionNameError */
export function collectionName(name: string): string {
  const composed = name.normalize('NFC');
  if (composed === PACK_COLLECTION)
    throw new CollectionNameError(`"${PACK_COLLECTION}" is the knowledge pack; choose another name for the collection`);
  if (NAME.test(composed)) return composed;
  throw new CollectionNameError('a collection is named with letters, digits, "_", "-" and ".", at most 64 of them');
}
