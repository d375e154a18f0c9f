import { join } from 'node:path';
import { processEnvironment, slices } from '@app/config';
import { installedModels, isCrossEncoder, pullModel } from '@app/embedding';
import { showProgress } from './output/show-progress.js';
import { table } from './output/table.js';
import { untilInterrupted } from './until-interrupted.js';

const MEGABYTE = 1_000_000;

/** Recommended models, best first. */
const SUGGESTED: ReadonlyArray<readonly [name: string, remark: string]> = [
  ['Xenova/multilingual-e5-small', '120 MB, a hundred languages, Korean among them'],
  ['Xenova/bge-m3', '570 MB, a hundred languages, slower and better'],
  ['Xenova/bge-small-en-v1.5', '34 MB, English'],
];

/** @throws ModelPullError */
export async function pull(name: string): Promise<void> {
  const { modelDir, hubUrl } = slices.embedding(processEnvironment());
  const progress = showProgress();
  const bar = progress.bar(`Fetching ${name}`, 'MB');
  const onProgress = (done: number, total: number) => bar.update({ done, total, count: Math.round(done / MEGABYTE) });
  const folder = await untilInterrupted((signal) =>
    pullModel(name, { hub: hubUrl, folder: modelDir, signal, onProgress }),
  ).finally(() => progress.stop());
  process.stdout.write(`${name} is in ${folder}. Use it: EMBEDDING_MODEL=${name} npm run rag -- rebuild\n`);
}

export async function list(): Promise<void> {
  const { modelDir, model } = slices.embedding(processEnvironment());
  const installed = await installedModels(modelDir);
  const state = (name: string) => {
    if (isCrossEncoder(join(modelDir, name))) return 'installed, a reranker of the model server';
    return name === model ? 'in use' : 'installed';
  };
  const rows = installed.map((name) => [name, state(name)]);
  const others = SUGGESTED.filter(([name]) => !installed.includes(name));
  const builtIn = ['all-MiniLM-L6-v2', model === undefined ? 'built in, in use' : 'built in'];
  const offered = others.map(([name, remark]) => [name, `model pull: ${remark}`]);
  process.stdout.write(`${table([['model', ''], builtIn, ...rows, ...offered])}\n`);
}
