import { graph, heatmap, quantile, rate, stat, value } from './panels.js';

export const EMBEDDING = {
  title: 'Readings: embedding',
  panels: [
    stat(
      'Time, p95',
      's',
      'Of one call, waiting included.',
      [['green'], ['orange', 0.25], ['red', 1]],
      ['p95', quantile(0.95, 'embedding_duration_seconds')],
    ),
    stat(
      'Texts waiting',
      'none',
      'For a worker, on all instances.',
      [['green'], ['orange', 32], ['red', 512]],
      ['waiting', `sum(${value('embedding_queue_texts')})`],
    ),
    heatmap('Calls', 's', 'How many calls took how long.', 'embedding_duration_seconds'),
    graph('Calls a second, by how they ended', 'reqps', 'busy: the queue is full.', [
      '{{outcome}}',
      rate('embedding_duration_seconds_count', 'outcome'),
    ]),
    graph(
      'Time',
      's',
      'Of one call, waiting included.',
      ['p50', quantile(0.5, 'embedding_duration_seconds')],
      ['p95', quantile(0.95, 'embedding_duration_seconds')],
    ),
    graph('Texts a batch, median', 'none', 'More than one when texts wait.', [
      'texts',
      quantile(0.5, 'embedding_batch_texts'),
    ]),
    graph('Texts waiting', 'none', 'For a worker.', ['{{instance}}', value('embedding_queue_texts')]),
    graph('Query vectors remembered, a second', 'reqps', 'hit: the question was embedded recently.', [
      '{{result}}',
      rate('embedding_query_cache_total', 'result'),
    ]),
  ],
};
