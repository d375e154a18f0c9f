import { ChatOpenAI } from '@langchain/openai';
import { serve } from './express-server.js';
import { MODEL, promptOf, upstreamUrl } from './measured.js';

const model = new ChatOpenAI({ model: MODEL, apiKey: 'bench', configuration: { baseURL: upstreamUrl } });

serve(async function* (section, signal) {
  for await (const chunk of await model.stream(promptOf(section), { signal })) yield chunk.text;
});
