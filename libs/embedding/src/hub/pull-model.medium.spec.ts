import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ModelPullError, pullModel } from './pull-model.js';

const NAME = 'acme/multilingual-small';
const { signal } = new AbortController();
const gitSha1 = (text: string) => createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A fake hub with one model. */
const CONTENT: Readonly<Record<string, string>> = {
  'config.json': '{"hidden_size":4}',
  'tokenizer.json': '{"model":{}}',
  'README.md': '# not fetched',
  'onnx/model.onnx': 'fp32'.repeat(1_000),
  'onnx/model_quantized.onnx': 'int8'.repeat(500),
};

describe('pullModel', () => {
  let folder: string;
  let server: Server;
  let hub: string;
  let asked: string[];
  let content: Record<string, string>;
  let failing: string | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'models-'));
    asked = [];
    content = { ...CONTENT };
    failing = undefined;
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const path = url.replace(`/${NAME}/resolve/main/`, '');
      const isList = url === `/api/models/${NAME}/tree/main?recursive=true`;
      const text = isList ? JSON.stringify(listed()) : path === failing ? undefined : content[path];
      response.writeHead(text === undefined ? 404 : 200).end(text);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  const listed = () =>
    Object.entries(CONTENT).map(([path, text]) => ({
      type: 'file',
      path,
      size: text.length,
      oid: gitSha1(text),
      ...(path.endsWith('.onnx') && { lfs: { oid: sha256(text), size: text.length } }),
    }));

  it('fetches and verifies the required files and reports progress', async () => {
    const progress: number[] = [];
    const total = 17 + 12 + 2_000;
    const onProgress = (done: number, all: number) => {
      progress.push(done);
      expect(all).toBe(total);
    };
    const place = await pullModel(NAME, { hub, folder, signal, onProgress });
    expect(place).toBe(join(folder, NAME));
    expect((await readdir(place, { recursive: true })).sort()).toEqual([
      'config.json',
      'onnx',
      'onnx/model_quantized.onnx',
      'tokenizer.json',
    ]);
    expect(await readFile(join(place, 'onnx/model_quantized.onnx'), 'utf8')).toBe(CONTENT['onnx/model_quantized.onnx']);
    expect(progress.at(-1)).toBe(total);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it('rejects a file with a wrong checksum and leaves no model', async () => {
    content['onnx/model_quantized.onnx'] = 'INT8'.repeat(500);
    await expect(pullModel(NAME, { hub, folder, signal })).rejects.toThrow(/model_quantized.onnx .* checksum/);
    expect(await readdir(join(folder, 'acme'))).toEqual(['multilingual-small.partial']);
  });

  it('continues where it was interrupted', async () => {
    failing = 'onnx/model_quantized.onnx';
    await expect(pullModel(NAME, { hub, folder, signal })).rejects.toBeInstanceOf(ModelPullError);
    failing = undefined;
    asked = [];
    await pullModel(NAME, { hub, folder, signal });
    expect(asked.filter((url) => url.includes('/resolve/'))).toEqual([
      `/${NAME}/resolve/main/onnx/model_quantized.onnx`,
    ]);
  });

  it('reports an unknown model, an invalid name and an unreachable hub', async () => {
    await expect(pullModel('acme/other', { hub, folder, signal })).rejects.toThrow('answered 404; is the name right?');
    await expect(pullModel('../secrets', { hub, folder, signal })).rejects.toThrow('owner/model is expected');
    await expect(pullModel(NAME, { hub: 'http://127.0.0.1:1', folder, signal })).rejects.toThrow('cannot be reached');
  });
});
