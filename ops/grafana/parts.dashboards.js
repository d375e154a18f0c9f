// The dashboards of retrieval, streams with caches, and embedding.
import { graph, heatmap, orZero, quantile, rate, stat, value } from './panels.js';

const NEUTRAL = [['blue']];

export const RETRIEVAL = {
  title: 'Readings: retrieval',
  panels: [
    stat(
      'Tables usable',
      'none',
      'Instances that can use their knowledge tables.',
      [['red'], ['green', 1]],
      ['usable', `sum(${value('retrieval_knowledge_ready')})`],
    ),
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

export const STREAMS = {
  title: 'Readings: cache and streams',
  panels: [
    stat('Open streams', 'none', 'On all instances.', NEUTRAL, ['open', `sum(${value('http_streams_active')})`]),
    stat('Hits in memory', 'percentunit', 'Share of the reading cache’s lookups.', NEUTRAL, [
      'hits',
      `(${orZero(rate('cache_lookups_total', '', 'layer="reading",level="memory",result="hit"'))}) / ${rate('cache_lookups_total', '', 'layer="reading",level="memory"')}`,
    ]),
    {
      ...stat(
        'Redis',
        'none',
        'Instances that can use Redis.',
        [['red'], ['green', 1]],
        ['up', `sum(${value('cache_redis_up')})`],
      ),
      onlyWith: 'Redis',
    },
    graph('Open streams', 'none', 'Readings being answered, as a stream or as one document.', [
      '{{instance}}',
      value('http_streams_active'),
    ]),
    graph('Readers that left, a second', 'reqps', 'Before or after the first text.', [
      '{{phase}}',
      rate('http_stream_disconnects_total', 'phase'),
    ]),
    graph(
      'Readers that came back or were dropped, a second',
      'reqps',
      'Came back with an event id; dropped because they did not read.',
      ['came back', rate('http_stream_resumes_total')],
      ['dropped', rate('http_stream_slow_drops_total')],
    ),
    graph('Cache lookups a second', 'reqps', 'By layer, level and result.', [
      '{{layer}} {{level}} {{result}}',
      rate('cache_lookups_total', 'layer, level, result'),
    ]),
    graph('Share of hits in memory', 'percentunit', 'By layer.', [
      '{{layer}}',
      `${rate('cache_lookups_total', 'layer', 'level="memory",result="hit"')} / ${rate('cache_lookups_total', 'layer', 'level="memory"')}`,
    ]),
    graph('Entries', 'none', 'Held in memory; the oldest go when MEMORY_BUDGET_MB is used up.', [
      '{{layer}}',
      value('cache_entries'),
    ]),
    graph('Readings shared while under way, a second', 'reqps', 'Equal requests that joined a running reading.', [
      'joined',
      rate('cache_single_flight_joined_total'),
    ]),
    graph('Commands that Redis refused, a second', 'reqps', 'The reasons are explained in docs/cache.md.', [
      'refused',
      orZero(rate('cache_redis_refusals_total')),
    ]),
  ],
};

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
