import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse, parseAllDocuments } from 'yaml';
import { renderChart } from './render-chart.js';

type Environment = Readonly<Record<string, string>>;

/** The process that a manifest starts: its variables, and the files it mounts (path in the container → content). */
export interface Started {
  readonly command: string;
  readonly env: Environment;
  readonly files: Environment;
}

/** Values of the secrets that an operator creates. */
export interface Secrets {
  readonly env: Environment;
  readonly apiKeys: string;
}

const text = (path: string) => readFileSync(path, 'utf8');
const API = 'dist/apps/api/src/main.js';

/** Variables and command from `ENV` and `CMD` of the image. */
function image(): { readonly env: Environment; readonly command: string } {
  const [, variables = ''] =
    /^ENV ((?:.+\\\n)*.+)$/m.exec(
      text('Dockerfile')
        .split(/^FROM /m)
        .at(-1) ?? '',
    ) ?? [];
  const env = Object.fromEntries(
    variables
      .replaceAll('\\\n', ' ')
      .trim()
      .split(/\s+/)
      .map((one) => one.split('=')),
  );
  return { env: env as Environment, command: API };
}

/** A service of docker-compose.yml in which `${NAME:-default}` is replaced with the operator's variables. */
export function composeService(name: string, variables: Environment): Started {
  const { services } = parse(text('docker-compose.yml'), { merge: true }) as {
    readonly services: Readonly<
      Record<string, { readonly environment?: Environment; readonly command?: readonly string[] }>
    >;
  };
  const { environment = {}, command } = services[name] ?? {};
  const env = Object.entries(environment).map(([key, value]) => [
    key,
    value.replace(/\$\{(\w+):-([^}]*)\}/g, (_, variable: string, fallback: string) => variables[variable] ?? fallback),
  ]);
  return { command: command?.at(-1) ?? API, env: { ...image().env, ...Object.fromEntries(env) }, files: {} };
}

/** The machine of fly.toml with the values of `fly secrets` as variables. */
export function flyMachine(secrets: Secrets): Started {
  const { env } = parseToml(text('fly.toml')) as unknown as { readonly env: Environment };
  return { command: API, env: { ...image().env, ...env, ...secrets.env, API_KEYS: secrets.apiKeys }, files: {} };
}

interface Manifest {
  readonly kind?: string;
  readonly metadata?: { readonly name: string };
  readonly spec?: { readonly template?: { readonly spec: PodSpec } };
  readonly stringData?: Environment;
}
interface PodSpec {
  readonly containers: readonly {
    readonly name: string;
    readonly command?: readonly string[];
    readonly env?: readonly { readonly name: string; readonly value: string }[];
    readonly envFrom?: readonly { readonly secretRef: { readonly name: string } }[];
    readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  }[];
  readonly volumes: readonly { readonly name: string; readonly secret?: { readonly secretName: string } }[];
}

export const kubernetesManifests = (): readonly Manifest[] =>
  ['reading-server.yml', 'secrets.example.yml'].flatMap((file) =>
    parseAllDocuments(text(`ops/kubernetes/${file}`)).map((document) => document.toJS() as Manifest),
  );

export const helmManifests = (overrides: Readonly<Record<string, unknown>> = {}): readonly Manifest[] =>
  renderChart<Manifest>('ops/helm', 'readings', overrides);

/** A container of a pod template with its variables, the variables from secrets, and the files of mounted secrets. */
export function kubernetesContainer(manifests: readonly Manifest[], name: string, secrets: Secrets): Started {
  const pods = manifests.flatMap(({ spec }) => spec?.template?.spec ?? []);
  const pod = pods.find(({ containers }) => containers.some((one) => one.name === name)) as PodSpec;
  const container = pod.containers.find((one) => one.name === name) as PodSpec['containers'][number];
  const fromSecret = (container.envFrom ?? []).length > 0 ? secrets.env : {};
  const own = Object.fromEntries((container.env ?? []).map((one) => [one.name, one.value]));
  const files = container.volumeMounts.flatMap((mount) =>
    pod.volumes.find((volume) => volume.name === mount.name)?.secret
      ? [[join(mount.mountPath, 'api-keys.json'), secrets.apiKeys] as const]
      : [],
  );
  return {
    command: container.command?.[1] ?? API,
    env: { ...image().env, ...fromSecret, ...own },
    files: Object.fromEntries(files),
  };
}

/**
 * Adapts the environment to this machine: folders of the container move below `folder`, `/app` becomes the repository,
 * the port is a free loopback port, and `hosts` replaces names that only resolve in the deployment's network.
 * Everything else is unchanged.
 */
export function onThisMachine(
  { env, files }: Started,
  { folder, hosts }: { readonly folder: string; readonly hosts: Environment },
): Environment {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const moved = Object.entries(env).map(([name, value]) => {
    const host = Object.entries(hosts).find(([known]) => value.includes(`//${known}`));
    if (host) return [name, value.replace(host[0], host[1])];
    if (value.startsWith('/app/')) return [name, value.replace('/app/', './')];
    return [name, /^\/(?:data|etc)(?:\/|$)/.test(value) ? join(folder, value) : value];
  });
  return { ...(Object.fromEntries(moved) as Environment), PORT: '0', HOST: '127.0.0.1' };
}
