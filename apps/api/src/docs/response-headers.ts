const text = (description: string, example?: string) => ({
  description,
  schema: { type: 'string' },
  ...(example !== undefined && { example }),
});

/** Response headers, referenced by responses. */
export const responseHeaders = {
  RequestId: text('The client’s own id if it is acceptable, else a generated one.'),
  ServerTiming: text('Stages that had ended when the headers were sent, in ms.', 'begin;dur=1.4'),
  ReadingId: text('Id of the reading, for `/v1/readings/{id}/events`.'),
  RateLimit: text(
    'Only where requests are limited: requests left, and seconds until the limit resets.',
    '"requests";r=59;t=60',
  ),
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
