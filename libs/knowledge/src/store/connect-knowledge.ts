import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '@lancedb/lancedb';
import { FileManifestStore } from './file-manifest.store.js';
import { connect } from './lancedb.js';
import type { ManifestStore } from './manifest.js';
import { TableManifestStore } from './table-manifest.store.js';

/** The storage of the knowledge tables: a local folder or an object storage URI. */
export interface KnowledgePlace {
  readonly uri: string;
  readonly connection: Connection;
  readonly manifests: ManifestStore;
  /** Returns the folder of a table; undefined on object storage, where files are not checked for damage. */
  readonly folderOf: (table: string) => string | undefined;
}

export const isRemote = (uri: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(uri) && !uri.startsWith('file://');

/**
 * @param uri folder, or a URI that LanceDB supports, such as `s3://bucket/path`. LanceDB reads the credentials from the
 * environment.
 */
export async function connectKnowledge(uri: string): Promise<KnowledgePlace> {
  if (!isRemote(uri)) await mkdir(uri, { recursive: true });
  const connection = await connect(uri);
  if (isRemote(uri))
    return { uri, connection, manifests: new TableManifestStore(connection), folderOf: () => undefined };
  return { uri, connection, manifests: new FileManifestStore(uri), folderOf: (table) => join(uri, `${table}.lance`) };
}

/** Connects for reading only: undefined when the folder does not exist, which may be below a read-only one. */
export async function connectExisting(uri: string): Promise<KnowledgePlace | undefined> {
  return isRemote(uri) || existsSync(uri) ? connectKnowledge(uri) : undefined;
}
