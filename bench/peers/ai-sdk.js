import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { streamText } from 'ai';
import { serve } from './express-server.js';
import { MODEL, promptOf, upstreamUrl } from './measured.js';

const provider = createOpenAICompatible({ name: 'bench', baseURL: upstreamUrl, apiKey: 'bench', includeUsage: true });

serve(
  (section, abortSignal) => streamText({ model: provider(MODEL), prompt: promptOf(section), abortSignal }).textStream,
);
