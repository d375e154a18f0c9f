import { describe, expect, it } from '@jest/globals';
import { parseRedisUrl } from './redis-url.js';

const PASSWORD = 'p@s#s/w%rd+=:x';

describe('parseRedisUrl', () => {
  it('reads host, port, database and TLS', () => {
    expect(parseRedisUrl('redis://cache')).toMatchObject({
      tls: false,
      hosts: [{ host: 'cache', port: 6_379 }],
      db: 0,
    });
    expect(parseRedisUrl('rediss://[::1]:7000/3')).toMatchObject({
      tls: true,
      hosts: [{ host: '::1', port: 7_000 }],
      db: 3,
    });
  });

  it.each([
    ['without a user', `redis://:${encodeURIComponent(PASSWORD)}@h`, undefined],
    ['with a user', `redis://app:${encodeURIComponent(PASSWORD)}@h`, 'app'],
    [
      'with + and = as they are',
      `redis://:${encodeURIComponent(PASSWORD).replace('%2B', '+').replace('%3D', '=')}@h`,
      undefined,
    ],
    ['with a colon as it is', `redis://app:${encodeURIComponent(PASSWORD).replace('%3A', ':')}@h`, 'app'],
  ])('reads a password %s', (_, url, username) => {
    expect(parseRedisUrl(url)).toMatchObject({ username, password: PASSWORD });
  });

  it('reads sentinels and the name of their primary', () => {
    expect(parseRedisUrl('redis+sentinel://u:p@a,b:26380/readings/2')).toMatchObject({
      hosts: [
        { host: 'a', port: 26_379 },
        { host: 'b', port: 26_380 },
      ],
      primary: 'readings',
      username: 'u',
      db: 2,
    });
  });

  it.each([
    ['unix:///run/redis.sock', { socket: '/run/redis.sock', hosts: [], username: undefined, db: 0 }],
    ['redis+unix://app:p%40ss@/run/redis.sock?db=2', { socket: '/run/redis.sock', password: 'p@ss', db: 2 }],
    ['redis://:p?ss@h/?family=6', { socket: undefined, hosts: [{ host: 'h', port: 6_379 }], password: 'p?ss', db: 0 }],
    ['redis://h?db=3&family=0', { hosts: [{ host: 'h', port: 6_379 }], db: 3 }],
    ['redis://h/4?db=3', { db: 4 }],
    ['valkeys://h:1', { tls: true, hosts: [{ host: 'h', port: 1 }] }],
  ])('reads %s', (url, expected) => {
    expect(parseRedisUrl(url)).toMatchObject(expected);
  });

  it.each([
    ['redis+cluster://a:7000', /Redis Cluster/],
    ['redis://a:7000,b:7001', /Redis Cluster and lists of hosts/],
    ['redis+sentinel://a,b', /name of the primary/],
    ['redis://:100%secret@h', /percent-encoded/],
    ['redis://:se/cret@h', /encode \/ and @/],
    ['http://h', /must be redis/],
    ['redis://h/main', /database number/],
    ['rediss://h?ssl_cert_reqs=none', /only db \(a number\) and family/],
    ['unix://run/redis.sock', /unix:\/\/ with a path/],
  ])('refuses %s without repeating it', (url, message) => {
    expect(() => parseRedisUrl(url)).toThrow(message);
    expect(() => parseRedisUrl(url)).not.toThrow(/secret/);
  });
});
