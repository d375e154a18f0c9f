const header = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
});

/** Headers that several routes read, under the names that operations point to. */
export const parameters = {
  RequestId: header('X-Request-Id', 'Name of the request in the logs; one is made when there is none.', {
    type: 'string',
    pattern: '^[A-Za-z0-9_.:-]{1,128}$',
  }),
  Traceparent: header('traceparent', 'W3C trace context, passed on to the language model’s server.'),
  IdempotencyKey: header(
    'Idempotency-Key',
    'The same key and body again join the reading that the first one started; another body is refused with 422.',
    { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
  ),
  CacheControl: header('Cache-Control', '`no-cache` has the reading written anew instead of given from the cache.'),
  LastEventId: header(
    'Last-Event-ID',
    '`<readingId>.<seq>` of the last event that was read; none reads from the start.',
  ),
};

export const parameter = (name: keyof typeof parameters) => ({ $ref: `#/components/parameters/${name}` });
