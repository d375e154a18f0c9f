export interface RedisAddress {
  readonly tls: boolean;
  /** One server, or the sentinels of the primary. */
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  /** Name of the primary in the configuration of its sentinels; undefined without sentinels. */
  readonly primary: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly db: number;
}

const URL_PARTS = /^(rediss?)(\+[a-z]+)?:\/\/(?:([^@/]*)@)?([^/?#]+)(?:\/([^/?#]*))?(?:\/(\d+))?$/;
const HOST = /^(\[[0-9a-fA-F:.]+\]|[^\s:[\]]+)(?::(\d{1,5}))?$/;
const REDIS_PORT = 6_379;
const SENTINEL_PORT = 26_379;

/**
 * `redis[s]://[user:password@]host[:port][/database]`, or with Sentinel
 * `redis[s]+sentinel://[user:password@]host[:port],host[:port]/primary[/database]`.
 * @throws Error whose message contains no part of the address
 */
export function parseRedisUrl(url: string): RedisAddress {
  const [, scheme, suffix = '', credentials = '', hosts = '', path = '', db] = URL_PARTS.exec(url) ?? [];
  if (!scheme)
    throw new Error('must be redis://, rediss:// or redis+sentinel:// with a host; encode / and @ in a password');
  const sentinel = suffix === '+sentinel';
  const list = hosts.split(',').map((host) => hostOf(host, sentinel ? SENTINEL_PORT : REDIS_PORT));
  if ((suffix && !sentinel) || (list.length > 1 && !sentinel))
    throw new Error('Redis Cluster and lists of hosts are not supported: name one primary, or use redis+sentinel://');
  if (sentinel && !path) throw new Error('redis+sentinel:// needs the name of the primary after the hosts');
  if (!sentinel && !/^\d*$/.test(path)) throw new Error('the part after the host must be a database number');
  const [user = '', ...password] = credentials.split(':');
  return {
    tls: scheme === 'rediss',
    hosts: list,
    primary: sentinel ? decoded(path) : undefined,
    username: decoded(user) || undefined,
    password: decoded(password.join(':')) || undefined,
    db: Number((sentinel ? db : path) || 0),
  };
}

function hostOf(text: string, defaultPort: number) {
  const [, host = '', port] = HOST.exec(text) ?? [];
  if (!host) throw new Error('every host must be a name or an address; encode / and @ in user and password');
  return { host: host.replace(/^\[|\]$/g, ''), port: port === undefined ? defaultPort : Number(port) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error('user and password must be percent-encoded (% as %25)');
  }
}
