import type { ReadingDefinition } from '@app/readings';

/** A summary for language-model agents, in the format of llmstxt.org. */
export const llmsText = (kinds: readonly Pick<ReadingDefinition, 'kind'>[]): string => `# Saju Astro Chat reading server

> One question in – a dream, a tarot spread, an I Ching cast, a birth chart –, one reading out, in Korean or English.

Send JSON to \`POST /v1/readings/{kind}\` with one of the kinds ${kinds.map(({ kind }) => kind).join(', ')}.
The answer is the finished reading as JSON; \`Accept: text/event-stream\` streams it. Example:

\`\`\`sh
curl http://127.0.0.1:3000/v1/readings/dream -H 'Content-Type: application/json' \\
  -d '{"dream":"A snake followed me into the house.","locale":"en"}'
\`\`\`

## Reference

- [OpenAPI 3.1](/openapi.json): every route with its schemas
- [Kinds](/v1/readings): sections and input schema of each kind
- [Errors](/docs/errors): every error code and what to do about it
`;
