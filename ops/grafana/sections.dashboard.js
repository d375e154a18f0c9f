import { GOOD_IS_ZERO, graph, heatmap, NEUTRAL, orZero, quantile, rate, stat, value } from './panels.js';

export const SECTIONS = {
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
