/** Id and events of a short example reading for docs/stream.md. */
export const EXAMPLE_ID = 'Vb3kQ0x9mZr1tYwP5s';

export const EXAMPLE = [
  {
    event: 'reading',
    data: {
      reading: EXAMPLE_ID,
      kind: 'dream',
      locale: 'en',
      sections: ['summary', 'symbols'],
      facts: {
        symbols: [
          {
            id: 'dream:snake',
            title: 'Snake',
            span: { start: 2, end: 7 },
            polarity: 'affirmed',
            frame: 'dreamt',
            confidence: 0.95,
          },
        ],
      },
      llm: { engine: 'openai', model: 'gpt-5.4-mini' },
    },
  },
  {
    event: 'retrieval',
    data: {
      retriever: 'graph',
      status: 'ok',
      ms: 4.2,
      sources: [{ n: 1, id: 'dream:snake', title: 'Snake', source: 'Dream symbols', score: 0.92 }],
    },
  },
  { event: 'section', data: { section: 'summary', status: 'start' } },
  { event: 'section', data: { section: 'symbols', status: 'start' } },
  { event: 'delta', data: { section: 'summary', content: 'Something followed you ' } },
  { event: 'delta', data: { section: 'symbols', content: 'The snake may stand for change [1].' } },
  { event: 'citation', data: { section: 'symbols', n: 1, id: 'dream:snake' } },
  { event: 'delta', data: { section: 'summary', content: 'all the way home.' } },
  {
    event: 'section',
    data: {
      section: 'symbols',
      status: 'failed',
      code: 'llm.truncated',
      message: 'The text was cut off.',
      retryable: true,
    },
  },
  {
    event: 'section',
    data: { section: 'summary', status: 'done', finish_reason: 'stop', ttft_ms: 310.4, ms: 1204.9 },
  },
  {
    event: 'done',
    data: {
      done: true,
      status: 'partial',
      ms: 1212.3,
      timings: { retrieval: { start: 2.1, ms: 6.4 } },
      grounded: true,
      followups: ['What might the house stand for?'],
    },
  },
];
