import { ChatOpenAI } from '@langchain/openai';

const model = new ChatOpenAI({ model: 'dream', apiKey: 'none', configuration: { baseURL: `${process.env.URL}/v1` } });
const answer = await model.invoke('A snake.');
let streamed = '';
for await (const chunk of await model.stream('A snake.')) streamed += chunk.text;
if (streamed !== answer.text) throw new Error('The stream and the answer differ.');
console.log(JSON.stringify({ status: 'ok', text: streamed }));
