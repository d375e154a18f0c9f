import { GOOD_IS_ONE, graph, heatmap, NEUTRAL, orZero, quantile, rate, stat, value } from './panels.js';

export const RETRIEVAL = {
  title: 'Readings: retrieval',
  panels: [
    stat('Tables usable', 'none', 'Instances that can use their knowledge tables.', GOOD_IS_ONE, [
      'usable',
      `sum(${value('retrieval_knowledge_ready')})`,
    ]),
    stat('Rows', 'none', 'Rows of each table.', NEUTRAL, [
      '{{table}}',
      `max by (table) (${value('retrieval_knowledge_rows')})`,
    ]),
    stat('Last change', 'dateTimeFromNow', 'When the tables were last written.', NEUTRAL, [
      'written',
      `max(${value('retrieval_knowledge_built_timestamp_seconds')}) * 1000`,
    ]),
    stat(
      'Age',
      's',
      'Time since the tables were last written.',
      [['green'], ['orange', 7_776_000]],
      ['age', `max(${value('retrieval_knowledge_age_seconds')})`],
    ),
    heatmap('Lookups', 's', 'How many lookups took how long.', 'retrieval_duration_seconds'),
    graph('Lookups a second', 'reqps', 'One for each retriever that a reading needs.', [
      '{{retriever}}',
      rate('retrieval_duration_seconds_count', 'retriever'),
    ]),
    graph('How lookups end, a second', 'reqps', 'empty: nothing matched; timeout: RETRIEVER_TIMEOUT_MS passed.', [
      '{{retriever}} {{outcome}}',
      rate('retrieval_duration_seconds_count', 'retriever, outcome'),
    ]),
    graph('Time, p50', 's', 'From the start of the stage.', [
      '{{retriever}}',
      quantile(0.5, 'retrieval_duration_seconds', 'retriever'),
    ]),
    graph('Time, p95', 's', 'From the start of the stage.', [
      '{{retriever}}',
      quantile(0.95, 'retrieval_duration_seconds', 'retriever'),
    ]),
    graph('Passages found, median', 'none', 'Of one lookup.', [
      '{{retriever}}',
      quantile(0.5, 'retrieval_results', 'retriever'),
    ]),
    graph('Searches by words alone, a second', 'reqps', 'The vector of the question was not available.', [
      'degraded',
      orZero(rate('retrieval_degraded_total')),
    ]),
    graph('Version', 'none', 'All instances should serve the same version within two seconds.', [
      '{{instance}}',
      value('retrieval_knowledge_version'),
    ]),
    graph('Changes of the served version', 'none', 'Ingestions and rebuilds, counted by each instance.', [
      '{{instance}}',
      value('retrieval_ingestions_total'),
    ]),
  ],
};
