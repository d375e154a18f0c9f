import OpenAI from 'openai';
import { serve } from './express-server.js';
import { MODEL, promptOf, upstreamUrl } from './measured.js';

const client = new OpenAI({ baseURL: upstreamUrl, apiKey: 'bench' });

serve(async function* (section, signal) {
  const messages = [{ role: 'user', content: promptOf(section) }];
  const body = { model: MODEL, stream: true, stream_options: { include_usage: true }, messages };
  for await (const chunk of await client.chat.completions.create(body, { signal }))
    yield chunk.choices[0]?.delta?.content ?? '';
});
