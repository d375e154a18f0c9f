import { EventSource } from 'eventsource';

const response = await fetch(`${process.env.URL}/v1/readings/dream?stream=true&onDisconnect=continue`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ dream: 'A snake.', locale: 'en' }),
});
const id = response.headers.get('X-Reading-Id');
await response.body.cancel();
const source = new EventSource(`${process.env.URL}/v1/readings/${id}/events`);
const texts = {};
source.addEventListener('delta', ({ data }) => {
  const { section, content } = JSON.parse(data);
  texts[section] = (texts[section] ?? '') + content;
});
const done = await new Promise((resolve) => source.addEventListener('done', ({ data }) => resolve(JSON.parse(data))));
source.close();
console.log(JSON.stringify({ status: done.status, text: Object.values(texts).join('\n\n') }));
