import { chartDefinitions } from '@app/readings';
import { BUSY, FAILURES, REFUSALS, body, json, ok, pathParameter, problem, ref } from './parts.js';

const FACTS = {
  '200': {
    description:
      'The facts, as the `reading` event of this kind carries them; `leftOut` and `assumed` list what was not known.',
    content: json({ type: 'object' }),
  },
  '404': problem('No such kind.'),
};

/** Alternatives for a chart input: one schema per kind. */
const INPUTS = { oneOf: chartDefinitions.map(({ kind }) => ref(chartInputName(kind))) };

export function chartInputName(kind: string): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}ChartInput`;
}

const kinds = chartDefinitions.map(({ kind }) => kind);
const kind = { ...pathParameter('kind'), schema: { enum: kinds } };

/** Paths for facts without a reading. */
export const chartPaths = {
  '/v1/charts': {
    get: {
      tags: ['charts'],
      operationId: 'listCharts',
      summary: 'The kinds of charts and their input schemas',
      responses: ok('The kinds.', { type: 'object' }),
    },
  },
  '/v1/charts/{kind}': {
    get: {
      tags: ['charts'],
      operationId: 'getChart',
      summary: 'Facts alone, from query parameters',
      description:
        'The fields of the input as parameters: a dot nests (`first.date`), lists are repeated or separated by commas. Cached for ten minutes; a query stands in logs of proxies, so prefer POST for births.',
      parameters: [
        kind,
        {
          name: 'input',
          in: 'query',
          required: false,
          style: 'form',
          explode: true,
          schema: { type: 'object', additionalProperties: { type: 'string' } },
        },
      ],
      responses: { ...FACTS, '400': REFUSALS['400'], '422': FAILURES['422'], ...BUSY },
    },
    post: {
      tags: ['charts'],
      operationId: 'computeChart',
      summary: 'Facts alone: charts, spreads and casts without a reading',
      parameters: [kind],
      requestBody: body(INPUTS, chartDefinitions[0]?.example),
      responses: { ...FACTS, ...FAILURES },
    },
  },
};
