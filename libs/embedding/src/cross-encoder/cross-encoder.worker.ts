// Runs in a worker thread, either compiled or directly from this file. Only packages may be imported here; siblings may
// be imported as types.
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { AutoModelForSequenceClassification, AutoTokenizer, env } from '@xenova/transformers';
import type { Device } from '../onnx/devices.js';
import type { CrossEncoderSettings, RatedTexts } from './cross-encoder.js';

interface Model {
  readonly tokenizer: Awaited<ReturnType<typeof AutoTokenizer.from_pretrained>>;
  readonly classifier: Awaited<ReturnType<typeof AutoModelForSequenceClassification.from_pretrained>>;
}

interface Inputs {
  readonly input_ids: { readonly data: BigInt64Array };
}

/** Common cross-encoders were trained with this many tokens; some declare no limit. */
const MAX_TOKENS = 512;

const { source, threads, devices } = workerData as CrossEncoderSettings;
let loading: Promise<Model> | undefined;
const warmedUp = model()
  .catch(() => undefined)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  .finally(() => parentPort?.postMessage(threadId));

/** @throws the error of loading the model; the next call tries again. */
export const load = warmedUp.then(() => async (): Promise<void> => void (await model()));

/** Returns one logit per text. The texts are run one by one, so that none depends on the others. */
export const rate = warmedUp.then(() => async ({ query, texts }: RatedTexts): Promise<readonly number[]> => {
  const loaded = await model();
  const logits: number[] = [];
  for (const text of texts) logits.push(await logitOf(query, text, loaded));
  return logits;
});

async function logitOf(query: string, text: string, { tokenizer, classifier }: Model): Promise<number> {
  const maxLength = Math.min(MAX_TOKENS, Number(tokenizer.model_max_length) || MAX_TOKENS);
  const inputs = tokenizer([query], { text_pair: [text], truncation: true, max_length: maxLength }) as Inputs;
  // Truncation also cuts off the separator that ends the text.
  const tokens = inputs.input_ids.data;
  if (tokens.length === maxLength) tokens[maxLength - 1] = BigInt(tokenizer.sep_token_id ?? tokens.at(-1));
  const { logits } = (await classifier(inputs)) as { readonly logits: { readonly data: Float32Array } };
  // A model with two classes has the logits of "irrelevant" and "relevant".
  const [first = Number.NaN, second] = logits.data;
  return second === undefined ? first : second - first;
}

function model(): Promise<Model> {
  loading ??= create().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function create(): Promise<Model> {
  env.allowRemoteModels = false;
  env.localModelPath = source.folder;
  const tokenizer = await AutoTokenizer.from_pretrained(source.id);
  return { tokenizer, classifier: await onBestDevice() };
}

async function onBestDevice(): Promise<Model['classifier']> {
  const failures: unknown[] = [];
  for (const device of devices) {
    try {
      return await session(device);
    } catch (error) {
      failures.push(error);
    }
  }
  throw failures.at(-1);
}

const session = (device: Device): Promise<Model['classifier']> =>
  AutoModelForSequenceClassification.from_pretrained(source.id, {
    device,
    dtype: source.weights,
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
  });
