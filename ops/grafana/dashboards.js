// All dashboards. `node ops/grafana/write-dashboards.js` writes the JSON that Grafana reads; tests compare both, check
// that every metric of the server is shown, and run every query against a Prometheus that has scraped a real server.
import { EMBEDDING, RETRIEVAL, STREAMS } from './parts.dashboards.js';
import { graph, heatmap, orZero, quantile, rate, stat, value } from './panels.js';

const GOOD_IS_ONE = [['red'], ['green', 1]];
const GOOD_IS_ZERO = [['green'], ['red', 1]];
const NEUTRAL = [['blue']];

const failed = rate('reading_duration_seconds_count', '', 'outcome=~"failed|partial"');
const counted = rate('reading_duration_seconds_count', '', 'outcome=~"ok|failed|partial"');

const OVERVIEW = {
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

const SECTIONS = {
  title: 'Readings: sections and upstreams',
  panels: [
    stat('Breakers open', 'none', 'Circuit breakers that are open.', GOOD_IS_ZERO, [
      'open',
      `count(${value('llm_breaker_state')} == 2) or vector(0)`,
    ]),
    stat('Orphaned requests', 'none', 'Upstream requests whose reading has ended; must be 0.', GOOD_IS_ZERO, [
      'orphaned',
      `sum(${value('llm_orphaned_upstreams')})`,
    ]),
    stat('Paused for', 's', 'Until when an upstream asked for a pause with Retry-After.', GOOD_IS_ZERO, [
      '{{upstream}}',
      orZero(`max by (upstream) (clamp_min(${value('llm_paused_until_timestamp_seconds')} - time(), 0))`),
    ]),
    stat('Models', 'none', 'Instances by upstream, API and model.', NEUTRAL, [
      '{{upstream}}: {{model}} ({{engine}})',
      `count by (upstream, engine, model) (${value('llm_info')})`,
    ]),
    stat('Sections', 'none', 'Different sections that the instances can write.', NEUTRAL, [
      'sections',
      `count(count by (section) (${value('reading_section_info')}))`,
    ]),
    heatmap('Upstream requests', 's', 'How many requests took how long.', 'gen_ai_client_operation_duration_seconds'),
    graph('Sections a second, by how they ended', 'reqps', 'The code of a failure is explained in docs/errors.md.', [
      '{{outcome}}',
      rate('reading_section_duration_seconds_count', 'outcome'),
    ]),
    graph('Section time, p95', 's', 'From the start of a section to its end.', [
      '{{section}}',
      quantile(0.95, 'reading_section_duration_seconds', 'section'),
    ]),
    graph('First text of a section, p95', 's', 'From the start of a section.', [
      '{{section}}',
      quantile(0.95, 'reading_section_first_token_seconds', 'section'),
    ]),
    graph('Between tokens, p95', 's', 'Mean time between two pieces of a section’s text.', [
      '{{section}}',
      quantile(0.95, 'reading_section_between_tokens_seconds', 'section'),
    ]),
    graph('Characters, median', 'none', 'Length of a section’s text.', [
      '{{section}}',
      quantile(0.5, 'reading_section_characters', 'section'),
    ]),
    graph('Section tokens a second', 'none', 'Pieces of text where the upstream does not count tokens.', [
      '{{section}}',
      rate('reading_section_tokens_total', 'section'),
    ]),
    graph('Tokens a second, as the upstream counts them', 'none', 'Input and output by model: what is paid for.', [
      '{{gen_ai_request_model}} {{gen_ai_token_type}}',
      rate('gen_ai_client_token_usage_sum', 'gen_ai_request_model, gen_ai_token_type'),
    ]),
    graph('Upstream requests a second, by how they ended', 'reqps', 'aborted: the reading was left or cancelled.', [
      '{{upstream}} {{outcome}}',
      rate('llm_requests_total', 'upstream, outcome'),
    ]),
    graph('Upstream request, p95', 's', 'From sending a request to the end of its answer.', [
      '{{upstream}}',
      quantile(0.95, 'llm_request_duration_seconds', 'upstream'),
    ]),
    graph(
      'Under way and allowed',
      'none',
      'The limit shrinks on 429 and recovers; sections wait when both lines meet.',
      ['{{upstream}} under way', value('llm_requests_in_flight')],
      ['{{upstream}} allowed', value('llm_concurrency_limit')],
    ),
    graph('Breaker', 'none', '0 closed, 1 half-open, 2 open.', ['{{upstream}}', value('llm_breaker_state')]),
    graph('Connections', 'none', 'Open sockets to an upstream.', ['{{upstream}}', value('llm_connections')]),
    graph(
      'Recoveries a second',
      'reqps',
      'What was tried again, moved to the fallback, or paused.',
      ['retries', orZero(rate('llm_retries_total'))],
      ['fallbacks', rate('llm_fallbacks_total')],
      ['pauses', orZero(rate('llm_pauses_total'))],
    ),
    graph(
      'Faulty answers a second',
      'reqps',
      'Chunks that were no JSON, and citation numbers that no retrieval had announced.',
      ['bad chunks', orZero(rate('llm_bad_chunks_total'))],
      ['dropped citations', orZero(rate('reading_citations_dropped_total'))],
    ),
  ],
};

export const DASHBOARDS = {
  overview: OVERVIEW,
  retrieval: RETRIEVAL,
  sections: SECTIONS,
  streams: STREAMS,
  embedding: EMBEDDING,
};
