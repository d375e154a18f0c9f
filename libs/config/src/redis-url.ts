export interface RedisAddress {
  readonly tls: boolean;
  /** Path of a Unix socket; there are no hosts then. */
  readonly socket: string | undefined;
  /** One server, or the sentinels of the primary. */
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  /** Name of the primary in the configuration of its sentinels; undefined without sentinels. */
  readonly primary: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly db: number;
}

const URL_PARTS = /^((?:redis|valkey)s?)(\+[a-z]+)?:\/\/(?:([^@/]*)@)?([^/?#]+)(?:\/([^/?#]*))?(?:\/(\d+))?$/;
const SOCKET_PARTS = /^(?:(?:redis|valkey)\+)?(?:unix|socket):\/\/(?:([^@/]*)@)?(\/[^?#]+)$/;
const HOST = /^(\[[0-9a-fA-F:.]+\]|[^\s:[\]]+)(?::(\d{1,5}))?$/;
const REDIS_PORT = 6_379;
const SENTINEL_PORT = 26_379;

/**
 * `redis[s]://[user:password@]host[:port][/database]`, or with Sentinel
 * `redis[s]+sentinel://[user:password@]host[:port],host[:port]/primary[/database]`, or
 * `unix://[user:password@]/path/to.sock`. `valkey` may stand for `redis`, and `?db=` for the database.
 * @throws Error whose message contains no part of the address
 */
export function parseRedisUrl(url: string): RedisAddress {
  const { address, db: queried } = withoutQuery(url);
  const [, login = '', socket] = SOCKET_PARTS.exec(address) ?? [];
  if (socket !== undefined)
    return { tls: false, socket: decoded(socket), hosts: [], primary: undefined, ...loginOf(login), db: queried ?? 0 };
  const [, scheme, suffix = '', credentials = '', hosts = '', path = '', db] = URL_PARTS.exec(address) ?? [];
  if (!scheme)
    throw new Error(
      'must be redis://, rediss:// or redis+sentinel:// with a host, or unix:// with a path; encode / and @ in a password',
    );
  const sentinel = suffix === '+sentinel';
  const list = hosts.split(',').map((host) => hostOf(host, sentinel ? SENTINEL_PORT : REDIS_PORT));
  if ((suffix && !sentinel) || (list.length > 1 && !sentinel))
    throw new Error('Redis Cluster and lists of hosts are not supported: name one primary, or use redis+sentinel://');
  if (sentinel && !path) throw new Error('redis+sentinel:// needs the name of the primary after the hosts');
  if (!sentinel && !/^\d*$/.test(path)) throw new Error('the part after the host must be a database number');
  return {
    tls: scheme === 'rediss' || scheme === 'valkeys',
    socket: undefined,
    hosts: list,
    primary: sentinel ? decoded(path) : undefined,
    ...loginOf(credentials),
    db: Number((sentinel ? db : path) || (queried ?? 0)),
  };
}

/** A `?` in a password is no query: that begins after the last `@`. */
function withoutQuery(url: string): { readonly address: string; readonly db: number | undefined } {
  const at = url.indexOf('?', url.lastIndexOf('@') + 1);
  if (at < 0) return { address: url, db: undefined };
  // Every address family is tried: `family` has no effect.
  const { db, family: _, ...others } = Object.fromEntries(new URLSearchParams(url.slice(at + 1)));
  if (Object.keys(others).length > 0 || !/^\d*$/.test(db ?? ''))
    throw new Error('of query parameters, only db (a number) and family are supported');
  return { address: url.slice(0, at), db: db === undefined ? undefined : Number(db) };
}

function loginOf(credentials: string): Pick<RedisAddress, 'username' | 'password'> {
  const [user = '', ...password] = credentials.split(':');
  return { username: decoded(user) || undefined, password: decoded(password.join(':')) || undefined };
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
