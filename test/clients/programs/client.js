import { readDream } from '../../../clients/typescript/src/index.ts';

const { status, text } = await readDream({ dream: 'A snake.', locale: 'en' }, { url: process.env.URL }).final();
console.log(JSON.stringify({ status, text }));
