export interface StoredObject {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly modified: Date;
}

const MAX_KEYS = 1_000;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

const unescapeXml = (text: string): string =>
  Object.entries(ENTITIES)
    .toReversed()
    .reduce((rest, [plain, entity]) => rest.replaceAll(entity, plain), text);

/** Contents of every element of this name. */
export const tagsIn = (document: string, name: string): readonly string[] =>
  [...document.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => unescapeXml(text));

/** First and last byte of a `Range` header; undefined without one. */
export function rangeOf(header: string | undefined, length: number): readonly [number, number] | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return [Math.max(0, length - Number(to)), length - 1];
  return [Number(from), to === '' ? length - 1 : Math.min(Number(to), length - 1)];
}

/** The document of `ListObjectsV2` for a bucket; the continuation token is the last key or prefix. */
export function listing(
  bucket: string,
  objects: readonly (readonly [string, StoredObject])[],
  query: URLSearchParams,
): string {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const entries = new Map<string, string>();
  for (const [path, { bytes, etag, modified }] of objects) {
    if (!path.startsWith(`${bucket}/${prefix}`)) continue;
    const key = path.slice(bucket.length + 1);
    const folder = folderOf(key, prefix, query.get('delimiter'));
    if ((folder ?? key) <= after) continue;
    const details = `<LastModified>${modified.toISOString()}</LastModified><ETag>${escapeXml(etag)}</ETag><Size>${bytes.length}</Size>`;
    if (folder === undefined) entries.set(key, `<Contents><Key>${escapeXml(key)}</Key>${details}</Contents>`);
    else entries.set(folder, `<CommonPrefixes><Prefix>${escapeXml(folder)}</Prefix></CommonPrefixes>`);
  }
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const page = sorted.slice(0, Number(query.get('max-keys') ?? MAX_KEYS));
  const [last = ''] = page.at(-1) ?? [];
  const next = page.length < sorted.length ? `<NextContinuationToken>${escapeXml(last)}</NextContinuationToken>` : '';
  const head = `<Name>${escapeXml(bucket)}</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${next !== ''}</IsTruncated>`;
  return `<ListBucketResult>${head}${next}${page.map(([, entry]) => entry).join('')}</ListBucketResult>`;
}

/** The part of a key up to the first delimiter after the prefix; undefined when there is none. */
function folderOf(key: string, prefix: string, delimiter: string | null): string | undefined {
  const at = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
  return delimiter && at >= 0 ? key.slice(0, at + delimiter.length) : undefined;
}
