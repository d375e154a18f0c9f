import { GOOD_IS_ONE, graph, heatmap, NEUTRAL, orZero, quantile, rate, stat, value } from './panels.js';

const failed = rate('reading_duration_seconds_count', '', 'outcome=~"failed|partial"');
const counted = rate('reading_duration_seconds_count', '', 'outcome=~"ok|failed|partial"');

export const OVERVIEW = {
  title: 'Readings: overview',
  panels: [
    stat('Ready instances', 'none', 'Instances whose last readiness probe was answered with 200.', GOOD_IS_ONE, [
      'ready',
      `sum(${value('http_ready')})`,
    ]),
    stat('Readings a second', 'reqps', 'Finished readings of every kind and outcome.', NEUTRAL, [
      'readings',
      rate('reading_duration_seconds_count'),
    ]),
    stat(
      'Failed readings',
      'percentunit',
      'Share that failed in whole or in part; the objective is 1 % in 30 days.',
      [['green'], ['orange', 0.01], ['red', 0.06]],
      ['failed', `(${orZero(failed)}) / ${counted}`],
    ),
    stat(
      'First text, p95',
      's',
      'Time from the request to the first text; the objective is 5 s.',
      [['green'], ['orange', 3], ['red', 5]],
      ['p95', quantile(0.95, 'reading_first_token_seconds')],
    ),
    stat('Open streams', 'none', 'Readings being answered on all instances.', NEUTRAL, [
      'open',
      `sum(${value('http_streams_active')})`,
    ]),
    stat('Versions', 'none', 'Instances by version; two versions during a rollout.', NEUTRAL, [
      '{{version}}',
      `count by (version) (${value('build_info')})`,
    ]),
    heatmap(
      'First text',
      's',
      'How many readings had their first text after which time.',
      'reading_first_token_seconds',
    ),
    graph(
      'Readings a second, by how they ended',
      'reqps',
      'partial: a section failed; cancelled: the client left or stopped it; safety: answered with help lines.',
      ['{{outcome}}', rate('reading_duration_seconds_count', 'outcome')],
    ),
    graph('Readings a second, by kind', 'reqps', 'Kinds as in GET /v1/readings.', [
      '{{kind}}',
      rate('reading_duration_seconds_count', 'kind'),
    ]),
    graph(
      'Time to the first text',
      's',
      'From the request to the first text of any section.',
      ['p50', quantile(0.5, 'reading_first_token_seconds')],
      ['p95', quantile(0.95, 'reading_first_token_seconds')],
      ['p99', quantile(0.99, 'reading_first_token_seconds')],
    ),
    graph(
      'Whole readings',
      's',
      'From the request to the last event.',
      ['p50', quantile(0.5, 'reading_duration_seconds')],
      ['p95', quantile(0.95, 'reading_duration_seconds')],
    ),
    graph('Stages, p95', 's', 'Where a reading spends its time; the stages are explained in docs/metrics.md.', [
      '{{stage}}',
      quantile(0.95, 'reading_stage_duration_seconds', 'stage'),
    ]),
    graph('HTTP requests a second, by route', 'reqps', 'Routes as patterns; other: no route matched.', [
      '{{route}}',
      rate('http_request_duration_seconds_count', 'route'),
    ]),
    graph('HTTP answers a second, by status', 'reqps', 'Streams count when they end.', [
      '{{status}}',
      rate('http_request_duration_seconds_count', 'status'),
    ]),
    graph('Ready', 'none', '1 when the last readiness probe was answered with 200, else 0.', [
      '{{instance}}',
      value('http_ready'),
    ]),
    graph(
      'Safety',
      'reqps',
      'Requests answered with help lines, and requests with a phrase known from prompt attacks.',
      ['help lines', orZero(rate('reading_safety_total'))],
      ['attack phrases', orZero(rate('reading_attack_phrases_total'))],
    ),
    graph('Event-loop lag, p99', 's', 'Above 0.2 s every response is delayed; 0.01 s is none.', [
      '{{instance}}',
      value('nodejs_eventloop_lag_p99_seconds'),
    ]),
    graph('CPU', 'percentunit', 'Of one processor.', ['{{instance}}', rate('process_cpu_seconds_total', 'instance')]),
    graph('Resident memory', 'bytes', 'Of each process; see the sizes in docs/operations.md.', [
      '{{instance}}',
      value('process_resident_memory_bytes'),
    ]),
  ],
};
