import type { RequestEnd } from './observe-requests.js';

/**
 * Span attributes of the OpenTelemetry semantic conventions (HTTP stable, GenAI 1.37 incubating). Prompts, questions
 * and texts are never attributes.
 */
export const spanAttributes = {
  request: ({ method, route, status, outcome, record }: RequestEnd) => ({
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': status,
    'reading.request_id': record.id,
    'reading.outcome': outcome,
    ...(record.kind && { 'reading.kind': record.kind }),
  }),
  /** An aborted section is not an error. */
  sectionFailed: (section: string, { record }: RequestEnd): boolean =>
    record.sections.some((one) => one.section === section && one.outcome !== 'done' && one.outcome !== 'aborted'),
  stage: (stage: string) => ({ 'reading.stage': stage }),
  section: (section: string, { record }: RequestEnd) => {
    const known = record.sections.find((one) => one.section === section);
    return {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': record.engine ?? 'unknown',
      'gen_ai.request.model': record.model ?? 'unknown',
      'reading.section': section,
      ...(known && { 'reading.section.outcome': known.outcome }),
      ...(known?.promptTokens !== undefined && { 'gen_ai.usage.input_tokens': known.promptTokens }),
      ...(known?.completionTokens !== undefined && { 'gen_ai.usage.output_tokens': known.completionTokens }),
      ...(known && known.outcome !== 'done' && known.outcome !== 'aborted' && { 'error.type': known.outcome }),
    };
  },
};
