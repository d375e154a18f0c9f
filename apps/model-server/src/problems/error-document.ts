import { type HttpProblem, openAiProblemDocument } from '@app/http';

/** Paths with text-embeddings-inference's protocol, whose errors are `{"error":"…","error_type":"…"}`. */
const TEI_PATHS: ReadonlySet<string> = new Set(['/embed', '/rerank', '/info']);

const TEI_TYPES: Readonly<Record<number, string>> = { 413: 'Validation', 429: 'Overloaded', 503: 'Unhealthy' };

/** The body of an error response, in the shape that clients of the route read. */
export function errorDocument(problem: HttpProblem, requestId: string, { path }: { path: string }): string {
  if (!TEI_PATHS.has(path)) return openAiProblemDocument(problem, requestId);
  const { status, message, errors } = problem;
  const error = [message, ...errors.map(({ field, message: why }) => `${field}: ${why}`)].join(' ');
  const error_type = TEI_TYPES[status] ?? (status < 500 ? 'Validation' : 'Backend');
  return JSON.stringify({ error, error_type, code: problem.code, requestId });
}
