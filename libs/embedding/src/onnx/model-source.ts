import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Weight formats of transformers.js with their file names. The first format in a model's folder is used. */
const WEIGHTS = {
  q4: 'model_q4.onnx',
  q8: 'model_quantized.onnx',
  fp32: 'model.onnx',
  fp16: 'model_fp16.onnx',
} as const;
export type WeightFormat = keyof typeof WEIGHTS;

/** Location of a model's files. */
export interface ModelSource {
  /** Stable name with which knowledge tables are stamped. It is the same for a local model and for a model server. */
  readonly name: string;
  /** Path of the model relative to `folder`, or its id on the hub. */
  readonly id: string;
  readonly folder: string;
  /** True when the files must be downloaded into `folder` first. */
  readonly remote: boolean;
  readonly weights: WeightFormat;
  /** Graph optimisation level of ONNX Runtime; all optimisations when absent. */
  readonly optimization?: 'basic';
  /** Undefined for a remote model that has not been loaded. */
  readonly dimensions: number | undefined;
}

const EMBEDDED = 'all-MiniLM-L6-v2';

/** Finds the model to load: the built-in model, a folder below `modelDir`, or else an id on the hub. */
export function findModel(model: string | undefined, modelDir: string): ModelSource {
  // `extended` would also fuse additions with layer norms, which takes 1.2 ms per query instead of 0.4.
  if (!model) return { ...local(EMBEDDED, builtModels(), 'q8'), optimization: 'basic' };
  const weights = completeWeights(join(modelDir, model));
  if (weights) return local(model, modelDir, weights);
  return { name: model, id: model, folder: modelDir, remote: true, weights: 'q8', dimensions: undefined };
}

/**
 * Finds the cross-encoder below `modelDir`: the given one, or the first by name. Undefined when it is not installed or is
 * no cross-encoder.
 */
export async function findCrossEncoder(model: string | undefined, modelDir: string): Promise<ModelSource | undefined> {
  const names = model === undefined ? await installedModels(modelDir) : [model];
  for (const name of names) {
    const weights = completeWeights(join(modelDir, name));
    if (weights && isCrossEncoder(join(modelDir, name))) return local(name, modelDir, weights);
  }
  return undefined;
}

/** Whether a model rates a pair of texts instead of embedding one. */
export const isCrossEncoder = (folder: string): boolean =>
  configOf(folder).architectures?.some((name) => name.endsWith('ForSequenceClassification')) ?? false;

const local = (id: string, folder: string, weights: WeightFormat): ModelSource => ({
  name: id,
  id,
  folder,
  remote: false,
  weights,
  dimensions: configOf(join(folder, id)).hidden_size,
});

/**
 * Returns the folder to which the build writes models: next to the compiled code, or below `dist` when the sources run
 * uncompiled.
 */
function builtModels(): string {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const folders = [join(root, 'models'), join(root, 'dist/models')];
  const built = folders.find((folder) => existsSync(join(folder, EMBEDDED)));
  if (!built) throw new Error(`the embedding model ${EMBEDDED} has not been built: run \`npm run build\``);
  return built;
}

function completeWeights(folder: string): WeightFormat | undefined {
  if (!['config.json', 'tokenizer.json'].every((file) => existsSync(join(folder, file)))) return undefined;
  return (Object.keys(WEIGHTS) as WeightFormat[]).find((format) => existsSync(join(folder, 'onnx', WEIGHTS[format])));
}

interface ModelConfig {
  readonly hidden_size?: number;
  readonly architectures?: readonly string[];
}

const configOf = (folder: string): ModelConfig =>
  JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as ModelConfig;

/** Returns the names of the complete models below a folder: `owner/model` or `model`. */
export async function installedModels(modelDir: string): Promise<readonly string[]> {
  const entries = await readdir(modelDir, { withFileTypes: true, recursive: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.endsWith('.partial'));
  const names = folders.map(({ parentPath, name }) => relative(modelDir, join(parentPath, name)));
  return names.filter((name) => completeWeights(join(modelDir, name)) !== undefined).toSorted();
}
