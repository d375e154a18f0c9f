import { DefaultChatTransport, readUIMessageStream } from 'ai';

const transport = new DefaultChatTransport({ api: `${process.env.URL}/v1/ui-messages/dream` });
const messages = [{ id: '1', role: 'user', parts: [{ type: 'text', text: 'A snake.' }] }];
const stream = await transport.sendMessages({
  chatId: 'c',
  messages,
  trigger: 'submit-message',
  abortSignal: undefined,
});
let last;
for await (const message of readUIMessageStream({ stream })) last = message;
const texts = last.parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
if (!last.parts.some(({ type }) => type === 'data-retrieval')) throw new Error('No retrieval arrived.');
console.log(JSON.stringify({ status: 'ok', text: texts.join('\n\n') }));
