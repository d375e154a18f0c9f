import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EmbeddingConfig } from '@app/config';

export type Device = 'cpu' | 'cuda';

/**
 * Returns the devices to try, best first. `auto` includes the GPU only if ONNX Runtime has its CUDA library: without
 * it, every attempt makes ONNX Runtime print an error.
 */
export function devicesToTry(wanted: EmbeddingConfig['device'], cudaOffered: () => boolean): readonly Device[] {
  if (wanted !== 'auto') return [wanted];
  return cudaOffered() ? ['cuda', 'cpu'] : ['cpu'];
}

export function runtimeOffersCuda(): boolean {
  const transformers = createRequire(import.meta.url).resolve('@xenova/transformers');
  const runtime = join(createRequire(transformers).resolve('onnxruntime-node/package.json'), '..');
  return (
    globSync(`bin/napi-v*/${process.platform}/${process.arch}/*onnxruntime_providers_cuda*`, { cwd: runtime }).length >
    0
  );
}
