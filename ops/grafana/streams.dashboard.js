import { GOOD_IS_ONE, graph, NEUTRAL, orZero, rate, stat, value } from './panels.js';

export const STREAMS = {
  title: 'Readings: cache and streams',
  panels: [
    stat('Open streams', 'none', 'On all instances.', NEUTRAL, ['open', `sum(${value('http_streams_active')})`]),
    stat('Hits in memory', 'percentunit', 'Share of the reading cache’s lookups.', NEUTRAL, [
      'hits',
      `(${orZero(rate('cache_lookups_total', '', 'layer="reading",level="memory",result="hit"'))}) / ${rate('cache_lookups_total', '', 'layer="reading",level="memory"')}`,
    ]),
    {
      ...stat('Redis', 'none', 'Instances that can use Redis.', GOOD_IS_ONE, ['up', `sum(${value('cache_redis_up')})`]),
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
