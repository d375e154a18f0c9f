import { client } from '../../../dist/test-clients/hey-api/client.gen.js';
import { readDream } from '../../../dist/test-clients/hey-api/sdk.gen.js';

client.setConfig({ baseUrl: process.env.URL });
const { data, error } = await readDream({ body: { dream: 'A snake.', locale: 'en' } });
if (error || !data) throw new Error(JSON.stringify(error));
const { status, texts } = data;
console.log(JSON.stringify({ status, text: texts.map(({ full_text: text }) => text).join('\n\n') }));
