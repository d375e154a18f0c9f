import createClient from 'openapi-fetch';

/** @type {ReturnType<typeof createClient<import('../../../dist/test-clients/openapi.js').paths, 'application/json'>>} */
const client = createClient({ baseUrl: process.env.URL });
const { data, error } = await client.POST('/v1/readings/dream', { body: { dream: 'A snake.', locale: 'en' } });
if (error || !data) throw new Error(JSON.stringify(error));
const { status, texts } = data;
console.log(JSON.stringify({ status, text: texts.map(({ full_text: text }) => text).join('\n\n') }));
