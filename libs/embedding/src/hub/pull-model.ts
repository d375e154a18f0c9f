import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type HubFile, filesToPull } from './hub-files.js';

export interface PullOptions {
  /** URL of the hub: `https://huggingface.co`. */
  readonly hub: string;
  /** Folder of all models; the model is written to `<folder>/<name>`. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/** The model could not be downloaded. The message is for operators. */
export class ModelPullError extends Error {
  readonly code = 'model.pull';
}

const NAME = /^[\w.-]+\/[\w.-]+$/;

/**
 * Downloads a model from the hub and verifies the checksum of every file. The model's folder appears only when it is
 * complete. After an interruption, the same call downloads the missing files.
 * @throws ModelPullError or the abort reason.
 * @returns the model's folder
 */
export async function pullModel(name: string, options: PullOptions): Promise<string> {
  if (!NAME.test(name) || name.includes('..'))
    throw new ModelPullError(`"${name}" is not a model name: owner/model is expected`);
  const { hub, folder, signal, onProgress } = options;
  const files = await listFiles(name, hub, signal);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const unfinished = join(folder, `${name}.partial`);
  let done = 0;
  for (const file of files) {
    const path = join(unfinished, file.path);
    if (!(await isComplete(path, file))) {
      const before = done;
      await download(`${hub}/${name}/resolve/main/${file.path}`, path, signal, (bytes) =>
        onProgress?.(Math.min(total, before + bytes), total),
      );
      if (!(await isComplete(path, file))) {
        await rm(path, { force: true });
        throw new ModelPullError(`${file.path} does not have the checksum that the hub lists`);
      }
    }
    onProgress?.((done += file.bytes), total);
  }
  const finished = join(folder, name);
  await rm(finished, { recursive: true, force: true });
  await rename(unfinished, finished);
  return finished;
}

async function listFiles(name: string, hub: string, signal: AbortSignal): Promise<readonly HubFile[]> {
  const response = await ask(`${hub}/api/models/${name}/tree/main?recursive=true`, signal);
  try {
    return filesToPull(await response.json());
  } catch (cause) {
    signal.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : 'the hub’s list cannot be read';
    throw new ModelPullError(`${name} cannot be used: ${reason}`, { cause });
  }
}

async function ask(address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new ModelPullError(`the model hub at ${new URL(address).host} cannot be reached`, { cause });
  });
  if (response.ok) return response;
  await response.body?.cancel();
  const advice = response.status === 401 || response.status === 404 ? '; is the name right?' : '';
  throw new ModelPullError(`the model hub answered ${response.status}${advice}`);
}

async function download(address: string, path: string, signal: AbortSignal, onBytes: (bytes: number) => void) {
  const response = await ask(address, signal);
  await mkdir(dirname(path), { recursive: true });
  let bytes = 0;
  const body = Readable.fromWeb((response.body ?? new Response('').body) as ReadableStream<Uint8Array>);
  body.on('data', (chunk: Uint8Array) => onBytes((bytes += chunk.length)));
  await pipeline(body, createWriteStream(path), { signal });
}

async function isComplete(path: string, { bytes, digest }: HubFile): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found?.size !== bytes) return false;
  const hash = createHash(digest.algorithm === 'sha256' ? 'sha256' : 'sha1');
  if (digest.algorithm === 'git-sha1') hash.update(`blob ${bytes}\0`);
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex') === digest.hex;
}
