const header = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
});

/** Request headers of several routes, referenced by operations. */
export const parameters = {
  RequestId: header('X-Request-Id', 'Id of the request in logs and errors; generated when absent.', {
    type: 'string',
    pattern: '^[A-Za-z0-9_.:-]{1,128}$',
  }),
  Traceparent: header('traceparent', 'W3C trace context, passed on to the language model’s server.'),
  IdempotencyKey: header(
    'Idempotency-Key',
    'Repeating the same key and body returns the reading that the first request started; another body is refused with 422.',
    { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
  ),
  CacheControl: header('Cache-Control', '`no-cache` requests a new reading instead of a cached one.'),
  LastEventId: header(
    'Last-Event-ID',
    '`<readingId>.<seq>` of the last event received; without it the stream starts at the beginning.',
  ),
};

export const parameter = (name: keyof typeof parameters) => ({ $ref: `#/components/parameters/${name}` });
