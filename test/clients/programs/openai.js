import OpenAI from 'openai';

const client = new OpenAI({ baseURL: `${process.env.URL}/v1`, apiKey: 'none' });
const messages = [{ role: 'user', content: 'A snake.' }];
const answer = await client.chat.completions.create({ model: 'dream', messages });
let streamed = '';
for await (const chunk of await client.chat.completions.create({ model: 'dream', messages, stream: true }))
  streamed += chunk.choices[0]?.delta.content ?? '';
if (streamed !== answer.choices[0].message.content) throw new Error('The stream and the answer differ.');
console.log(JSON.stringify({ status: 'ok', text: streamed }));
