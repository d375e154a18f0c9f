import { z } from 'zod';

/** A file of a model, as the hub lists it. */
export interface HubFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of a large file, else the SHA-1 that git gives its blob. */
  readonly digest: { readonly algorithm: 'sha256' | 'git-sha1'; readonly hex: string };
}

const entrySchema = z.object({
  type: z.string(),
  path: z.string(),
  size: z.number(),
  oid: z.string(),
  lfs: z.object({ oid: z.string(), size: z.number() }).optional(),
});

const REQUIRED = ['config.json', 'tokenizer.json'];
const OPTIONAL = ['tokenizer_config.json', 'special_tokens_map.json'];
/** 8-bit weights are made for processors; the first that the model has is taken. */
const WEIGHTS = ['onnx/model_quantized.onnx', 'onnx/model_int8.onnx', 'onnx/model.onnx'];

/** The files to fetch, of the document of `/api/models/<name>/tree/main?recursive=true`. @throws Error naming what is missing */
export function filesToPull(document: unknown): readonly HubFile[] {
  const files = z
    .array(entrySchema)
    .parse(document)
    .filter(({ type }) => type === 'file');
  const byPath = new Map(files.map((file) => [file.path, file]));
  const missing = REQUIRED.filter((path) => !byPath.has(path));
  const weights = WEIGHTS.find((path) => byPath.has(path));
  if (missing.length > 0 || !weights)
    throw new Error(`the model has no ${[...missing, ...(weights ? [] : ['onnx/model*.onnx'])].join(', ')}`);
  // Weights beyond 2 GB lie in a second file: model.onnx_data.
  const wanted = [...REQUIRED, ...OPTIONAL, weights, `${weights}_data`];
  return wanted.flatMap((path) => {
    const file = byPath.get(path);
    return file ? [hubFile(file)] : [];
  });
}

const hubFile = ({ path, size, oid, lfs }: z.infer<typeof entrySchema>): HubFile =>
  lfs
    ? { path, bytes: lfs.size, digest: { algorithm: 'sha256', hex: lfs.oid } }
    : { path, bytes: size, digest: { algorithm: 'git-sha1', hex: oid } };
