import { LRUCache } from 'lru-cache';
import type { ChatMessage } from '../llm-client.js';

interface SharedText {
  /** As the content of a JSON string, without quotes. */
  readonly json: Buffer;
  readonly bytes: number;
}

/** More than there are kinds of readings, languages and usual choices of sections. */
const MAX_SHARED_TEXTS = 128;
const sharedTexts = new LRUCache<string, SharedText>({ max: MAX_SHARED_TEXTS });

/** Stands for the shared text while the rest is serialized. Random, so that no other text contains it. */
const PLACEHOLDER = crypto.randomUUID();

/**
 * A request body as JSON. The instructions of a reading are 20 KB that most of its requests share: they are escaped and
 * encoded once, which takes longer than everything else in a request.
 * @param documentOf builds the body from the messages
 */
export function encodeBody(
  messages: readonly ChatMessage[],
  documentOf: (messages: readonly ChatMessage[]) => object,
): Buffer {
  const shared = messages.find((message) => message.shared !== undefined)?.shared ?? '';
  const json = JSON.stringify(documentOf(messages.map((message) => withoutShared(message, shared))));
  const at = shared === '' ? -1 : json.indexOf(PLACEHOLDER);
  if (at < 0) return Buffer.from(json);
  const [before, after] = [json.slice(0, at), json.slice(at + PLACEHOLDER.length)].map((text) => Buffer.from(text));
  return Buffer.concat([before as Buffer, sharedText(shared).json, after as Buffer]);
}

/** Number of UTF-8 bytes of all contents. */
export const contentBytes = (messages: readonly ChatMessage[]): number =>
  messages.reduce(
    (sum, { content, shared = '' }) =>
      sum + Buffer.byteLength(content.slice(shared.length)) + (shared === '' ? 0 : sharedText(shared).bytes),
    0,
  );

const withoutShared = ({ role, content, shared }: ChatMessage, replaced: string): ChatMessage =>
  shared === replaced ? { role, content: PLACEHOLDER + content.slice(shared.length) } : { role, content };

function sharedText(text: string): SharedText {
  const known = sharedTexts.get(text);
  if (known) return known;
  const encoded = { json: Buffer.from(JSON.stringify(text).slice(1, -1)), bytes: Buffer.byteLength(text) };
  sharedTexts.set(text, encoded);
  return encoded;
}
