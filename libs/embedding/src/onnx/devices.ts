import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EmbeddingConfig } from '@app/config';

export type Device = 'cpu' | 'cuda';

/**
 * Devices to try, best first. `auto` tries the graphics card only where the runtime brought its CUDA library along:
 * without it every try prints an error of the runtime's own.
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
