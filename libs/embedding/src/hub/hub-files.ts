import { z } from 'zod';

/** A model file in the hub's listing. */
export interface HubFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 for a large file (LFS), otherwise the SHA-1 of its git blob. */
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
/** 8-bit weights are optimised for CPUs. The first file that the model has is used. */
const WEIGHTS = ['onnx/model_quantized.onnx', 'onnx/model_int8.onnx', 'onnx/model.onnx'];

/**
 * Selects the files to download from the document of `/api/models/<name>/tree/main?recursive=true`.
 * @throws Error with the missing files.
 */
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
  // Weights larger than 2 GB are in a second file: model.onnx_data.
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
