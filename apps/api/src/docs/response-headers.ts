const text = (description: string, example?: string) => ({
  description,
  schema: { type: 'string' },
  ...(example !== undefined && { example }),
});

/** Headers that answers carry, under the names that responses point to. */
export const responseHeaders = {
  RequestId: text('The request’s own, when it was acceptable, else one that was made.'),
  ServerTiming: text('What is known when the headers leave, ms.', 'begin;dur=1.4'),
  ReadingId: text('The reading’s id: `/v1/readings/{id}/events` goes on with it.'),
  RateLimit: text('Only where requests are limited: what is left, and seconds until all is.', '"requests";r=59;t=60'),
  RateLimitPolicy: text(
    'Only where requests are limited: the limit and its window in seconds.',
    '"requests";q=60;w=60',
  ),
  RetryAfter: { description: 'Whole seconds.', schema: { type: 'integer', minimum: 1 } },
};

const link = (name: keyof typeof responseHeaders) => ({ $ref: `#/components/headers/${name}` });

export const EVERY_ANSWER = { 'X-Request-Id': link('RequestId'), 'Server-Timing': link('ServerTiming') };
export const LIMITED_ANSWER = { RateLimit: link('RateLimit'), 'RateLimit-Policy': link('RateLimitPolicy') };
export const TRY_AGAIN = { 'Retry-After': link('RetryAfter') };
export const OF_A_READING = { 'X-Reading-Id': link('ReadingId') };
