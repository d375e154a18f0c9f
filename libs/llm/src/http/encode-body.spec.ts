import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../llm-client.js';
import { contentBytes, encodeBody } from './encode-body.js';

const SHARED = 'Rules: “speak plainly”,\nno\t"lists" \\ 꿈 🐍';
const system = { role: 'system', content: `${SHARED}\n\nYour "section"`, shared: SHARED } as const;
const user = { role: 'user', content: '뱀 🐍' } as const;
const plain: ChatMessage = { role: system.role, content: system.content };
const decode = (body: Buffer): unknown => JSON.parse(body.toString());

describe('encodeBody', () => {
  it('encodes the same document with and without a shared beginning', () => {
    const documentOf = (messages: readonly object[]) => ({ model: 'm', stream: true, messages });
    const messages = [plain, user];
    const expected = { model: 'm', stream: true, messages };
    for (const given of [[system, user], [system, user], messages])
      expect(decode(encodeBody(given, documentOf))).toEqual(expected);
  });

  it('keeps a shared beginning that the document joins with other text', () => {
    const documentOf = (messages: readonly { content: string }[]) => ({
      text: messages.map(({ content }) => content).join('\n\n'),
    });
    expect(decode(encodeBody([system, user], documentOf))).toEqual({ text: `${system.content}\n\n${user.content}` });
  });

  it('leaves out shared messages that the document does not contain', () => {
    expect(decode(encodeBody([system, user], () => ({ messages: [] })))).toEqual({ messages: [] });
  });
});

describe('contentBytes', () => {
  it('counts bytes, not characters', () => {
    expect(contentBytes([system, user])).toBe(Buffer.byteLength(system.content + user.content));
  });
});
