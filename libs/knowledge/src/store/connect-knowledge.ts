import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '@lancedb/lancedb';
import { FileManifestStore } from './file-manifest.store.js';
import { connect } from './lancedb.js';
import type { ManifestStore } from './manifest.js';
import { TableManifestStore } from './table-manifest.store.js';

/** A set of knowledge tables: a local folder or a place on object storage. */
export interface KnowledgePlace {
  readonly connection: Connection;
  readonly manifests: ManifestStore;
  /** A table's own folder; undefined on object storage, which guards its objects itself. */
  readonly folderOf: (table: string) => string | undefined;
}

export const isRemote = (uri: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(uri) && !uri.startsWith('file://');

/** @param uri folder, or what LanceDB takes for one: `s3://bucket/path`, whose credentials it finds by itself. */
export async function connectKnowledge(uri: string): Promise<KnowledgePlace> {
  if (!isRemote(uri)) await mkdir(uri, { recursive: true });
  const connection = await connect(uri);
  if (isRemote(uri)) return { connection, manifests: new TableManifestStore(connection), folderOf: () => undefined };
  return { connection, manifests: new FileManifestStore(uri), folderOf: (table) => join(uri, `${table}.lance`) };
}
