// The library is made for browsers.
globalThis.window = globalThis;
globalThis.document = { hidden: false, addEventListener() {}, removeEventListener() {} };
const { fetchEventSource } = await import('@microsoft/fetch-event-source');

const texts = {};
let status;
await fetchEventSource(`${process.env.URL}/v1/readings/dream`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ dream: 'A snake.', locale: 'en' }),
  onmessage({ event, data }) {
    if (data === '') return;
    const { section, content, status: ended } = JSON.parse(data);
    if (event === 'delta') texts[section] = (texts[section] ?? '') + content;
    if (event === 'done') status = ended;
  },
  onerror(error) {
    throw error;
  },
});
console.log(JSON.stringify({ status, text: Object.values(texts).join('\n\n') }));
