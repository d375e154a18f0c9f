// The dashboards as data: a row is [title, unit, [legend, query]…]. `node ops/grafana/write-dashboards.js` makes the JSON
// Grafana reads; a test holds both equal and runs every query against a Prometheus that has scraped a real server.

const quantile = (share, metric, by = '') =>
  `histogram_quantile(${share}, sum by (le${by && `, ${by}`}) (rate(${metric}_bucket[$__rate_interval])))`;
const rate = (metric, by, filter = '') => `sum${by ? ` by (${by})` : ''} (rate(${metric}${filter}[$__rate_interval]))`;

export const DASHBOARDS = {
  overview: {
    title: 'Readings: overview',
    panels: [
      [
        'Readings a second, by how they ended',
        'reqps',
        ['{{outcome}}', rate('reading_duration_seconds_count', 'outcome')],
      ],
      ['Readings a second, by kind', 'reqps', ['{{kind}}', rate('reading_duration_seconds_count', 'kind')]],
      [
        'Time to the first text',
        's',
        ['p50', quantile(0.5, 'reading_first_token_seconds')],
        ['p95', quantile(0.95, 'reading_first_token_seconds')],
        ['p99', quantile(0.99, 'reading_first_token_seconds')],
      ],
      [
        'Whole readings',
        's',
        ['p50', quantile(0.5, 'reading_duration_seconds')],
        ['p95', quantile(0.95, 'reading_duration_seconds')],
      ],
      ['Stages, p95', 's', ['{{stage}}', quantile(0.95, 'reading_stage_duration_seconds', 'stage')]],
      [
        'HTTP requests a second, by route',
        'reqps',
        ['{{route}}', rate('http_request_duration_seconds_count', 'route')],
      ],
      [
        'HTTP answers a second, by status',
        'reqps',
        ['{{status}}', rate('http_request_duration_seconds_count', 'status')],
      ],
      ['Ready', 'none', ['{{instance}}', 'http_ready']],
      ['Event-loop lag, p99', 's', ['{{instance}}', 'nodejs_eventloop_lag_p99_seconds']],
      ['CPU', 'percentunit', ['{{instance}}', rate('process_cpu_seconds_total', 'instance')]],
      ['Resident memory', 'bytes', ['{{instance}}', 'process_resident_memory_bytes']],
    ],
  },
  retrieval: {
    title: 'Readings: retrieval',
    panels: [
      ['Lookups a second', 'reqps', ['{{retriever}}', rate('retrieval_duration_seconds_count', 'retriever')]],
      [
        'How lookups end, a second',
        'reqps',
        ['{{retriever}} {{outcome}}', rate('retrieval_duration_seconds_count', 'retriever, outcome')],
      ],
      ['Time, p50', 's', ['{{retriever}}', quantile(0.5, 'retrieval_duration_seconds', 'retriever')]],
      ['Time, p95', 's', ['{{retriever}}', quantile(0.95, 'retrieval_duration_seconds', 'retriever')]],
      ['Passages found, median', 'none', ['{{retriever}}', quantile(0.5, 'retrieval_results', 'retriever')]],
      ['Rows', 'none', ['{{table}}', 'retrieval_knowledge_rows']],
      ['Version', 'none', ['{{instance}}', 'retrieval_knowledge_version']],
      ['Age', 's', ['{{instance}}', 'retrieval_knowledge_age_seconds']],
      ['Usable', 'none', ['{{instance}}', 'retrieval_knowledge_ready']],
    ],
  },
  sections: {
    title: 'Readings: sections and upstreams',
    panels: [
      [
        'Sections a second, by how they ended',
        'reqps',
        ['{{outcome}}', rate('reading_section_duration_seconds_count', 'outcome')],
      ],
      ['Section time, p95', 's', ['{{section}}', quantile(0.95, 'reading_section_duration_seconds', 'section')]],
      [
        'First text of a section, p95',
        's',
        ['{{section}}', quantile(0.95, 'reading_section_first_token_seconds', 'section')],
      ],
      [
        'Between tokens, p95',
        's',
        ['{{section}}', quantile(0.95, 'reading_section_between_tokens_seconds', 'section')],
      ],
      ['Characters, median', 'none', ['{{section}}', quantile(0.5, 'reading_section_characters', 'section')]],
      ['Tokens a second', 'none', ['{{section}}', rate('reading_section_tokens_total', 'section')]],
      [
        'Upstream requests a second, by how they ended',
        'reqps',
        ['{{upstream}} {{outcome}}', rate('llm_requests_total', 'upstream, outcome')],
      ],
      ['Upstream request, p95', 's', ['{{upstream}}', quantile(0.95, 'llm_request_duration_seconds', 'upstream')]],
      [
        'Under way and allowed',
        'none',
        ['{{upstream}} under way', 'llm_requests_in_flight'],
        ['{{upstream}} allowed', 'llm_concurrency_limit'],
      ],
      ['Breaker (0 closed, 1 half-open, 2 open)', 'none', ['{{upstream}}', 'llm_breaker_state']],
      ['Connections', 'none', ['{{upstream}}', 'llm_connections']],
      ['Fallbacks a second', 'reqps', ['all', rate('llm_fallbacks_total')]],
      ['Orphaned upstream requests', 'none', ['{{instance}}', 'llm_orphaned_upstreams']],
    ],
  },
  streams: {
    title: 'Readings: cache and streams',
    panels: [
      ['Open streams', 'none', ['{{instance}}', 'http_streams_active']],
      ['Readers that left, a second', 'reqps', ['{{phase}}', rate('http_stream_disconnects_total', 'phase')]],
      ['Readers that came back, a second', 'reqps', ['all', rate('http_stream_resumes_total')]],
      ['Slow readers dropped, a second', 'reqps', ['all', rate('http_stream_slow_drops_total')]],
      [
        'Cache lookups a second',
        'reqps',
        ['{{layer}} {{level}} {{result}}', rate('cache_lookups_total', 'layer, level, result')],
      ],
      [
        'Share of hits in memory',
        'percentunit',
        [
          '{{layer}}',
          `${rate('cache_lookups_total', 'layer', '{level="memory",result="hit"}')} / ${rate('cache_lookups_total', 'layer', '{level="memory"}')}`,
        ],
      ],
      ['Entries', 'none', ['{{layer}}', 'cache_entries']],
      ['Readings shared while under way, a second', 'reqps', ['all', rate('cache_single_flight_joined_total')]],
    ],
  },
  embedding: {
    title: 'Readings: embedding',
    panels: [
      [
        'Calls a second, by how they ended',
        'reqps',
        ['{{outcome}}', rate('embedding_duration_seconds_count', 'outcome')],
      ],
      [
        'Time',
        's',
        ['p50', quantile(0.5, 'embedding_duration_seconds')],
        ['p95', quantile(0.95, 'embedding_duration_seconds')],
      ],
      ['Texts a batch, median', 'none', ['all', quantile(0.5, 'embedding_batch_texts')]],
      ['Texts waiting', 'none', ['{{instance}}', 'embedding_queue_texts']],
      ['Query vectors remembered, a second', 'reqps', ['{{result}}', rate('embedding_query_cache_total', 'result')]],
    ],
  },
};

/** Grafana's JSON of one dashboard: two panels a row. */
export function dashboardJson(uid, { title, panels }) {
  return {
    uid: `reading-${uid}`,
    title,
    tags: ['reading-server'],
    timezone: 'browser',
    schemaVersion: 39,
    refresh: '15s',
    time: { from: 'now-1h', to: 'now' },
    panels: panels.map(([name, unit, ...targets], index) => ({
      id: index + 1,
      type: 'timeseries',
      title: name,
      datasource: { type: 'prometheus', uid: 'prometheus' },
      gridPos: { h: 8, w: 12, x: (index % 2) * 12, y: Math.floor(index / 2) * 8 },
      fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
      targets: targets.map(([legendFormat, expr], at) => ({ refId: String.fromCharCode(65 + at), legendFormat, expr })),
    })),
  };
}
