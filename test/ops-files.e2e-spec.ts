import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema } from '@app/config';
import { Ajv } from 'ajv';
import { parse as parseToml } from 'smol-toml';
import { parse } from 'yaml';
import { composeSchema } from './ops/compose-schema.js';
import { flySchema } from './ops/fly-schema.js';
import { helmManifests, kubernetesManifests } from './ops/manifest-environments.js';
import { metricOf, seriesIn } from './ops/metric-names.js';

const text = (path: string) => readFileSync(path, 'utf8');
const yaml = (path: string) => parse(text(path), { merge: true }) as never;
const problems = (schema: object, value: unknown) => {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  return ajv.validate(schema, value) ? [] : ajv.errors;
};
const seconds = (duration: string) => Number.parseInt(duration, 10);

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly stop_grace_period?: string;
}

describe('docker-compose.yml', () => {
  const compose: Compose = yaml('docker-compose.yml');

  it('is valid; every service has limits, a health check, a non-root user and a read-only disk', () => {
    expect(problems(composeSchema, compose)).toEqual([]);
  });

  it('starts the API and Redis by default and the rest by profile', () => {
    const of = (profile: string | undefined) =>
      Object.entries(compose.services)
        .filter(([, { profiles }]) => profiles?.[0] === profile)
        .map(([name]) => name);
    expect(of(undefined)).toEqual(['api', 'redis']);
    expect(of('observability')).toEqual(['prometheus', 'grafana']);
    expect(of('scale')).toEqual(['api-replica', 'model-server', 'nginx']);
  });

  it('refers only to existing volumes, services, files and variables', () => {
    for (const { volumes = [], depends_on = {}, environment = {} } of Object.values(compose.services)) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('./')) expect(existsSync(source)).toBe(true);
        else if (!source.startsWith('/')) expect(Object.keys(compose.volumes)).toContain(source);
      }
      for (const service of Object.keys(depends_on)) expect(Object.keys(compose.services)).toContain(service);
      for (const name of Object.keys(environment).filter((one) => !one.startsWith('GF_')))
        expect(Object.keys(environmentSchema.shape)).toContain(name);
    }
  });

  it('has a stop grace period longer than the drain', () => {
    const { environment = {}, stop_grace_period = '0s' } = compose.services['api'] as Service;
    const drainMs = Number(environment['DRAIN_DELAY_MS']) + Number(environment['DRAIN_TIMEOUT_MS']);
    expect(seconds(stop_grace_period) * 1_000).toBeGreaterThan(drainMs);
  });

  it('fails the schema when a service is root, writable or unlimited', () => {
    const api = compose.services['api'];
    for (const change of [{ user: 'root' }, { read_only: false }, { mem_limit: undefined }, { port: [] }]) {
      const services = { api: JSON.parse(JSON.stringify({ ...api, ...change })) as unknown };
      expect(problems(composeSchema, { services })).not.toEqual([]);
    }
  });
});

describe('fly.toml', () => {
  const fly = parseToml(text('fly.toml')) as unknown as {
    readonly kill_timeout: number;
    readonly env: Readonly<Record<string, string>>;
  };

  it('is valid and sets only existing variables', () => {
    expect(problems(flySchema, fly)).toEqual([]);
    for (const name of Object.keys(fly.env)) expect(Object.keys(environmentSchema.shape)).toContain(name);
  });

  it('has a kill timeout longer than the drain', () => {
    const { DRAIN_DELAY_MS, DRAIN_TIMEOUT_MS } = fly.env;
    expect(fly.kill_timeout * 1_000).toBeGreaterThan(Number(DRAIN_DELAY_MS) + Number(DRAIN_TIMEOUT_MS));
  });
});

describe('the image', () => {
  it('copies only existing paths that .dockerignore admits', () => {
    const kept = new Set(
      text('.dockerignore')
        .split('\n')
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1)),
    );
    const copied = [...text('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    expect(copied.length).toBeGreaterThan(5);
    for (const path of copied) {
      expect(existsSync(path)).toBe(true);
      expect(kept).toContain(path.split('/')[0]);
    }
  });

  it('runs as an unprivileged user with production dependencies only', () => {
    const [, final = ''] = text('Dockerfile').split(/^FROM .*\n(?=ENV)/m);
    expect(final).toMatch(/^USER node$/m);
    expect(final).toMatch(/^COPY --from=dependencies \/app\/node_modules/m);
    expect(text('Dockerfile')).toMatch(/^RUN npm ci --omit=dev$/m);
  });
});

describe.each([
  ['Kubernetes', kubernetesManifests()],
  ['Helm', helmManifests()],
])('%s', (_, manifests) => {
  it('has a grace period longer than the drain and uses the probes', () => {
    const { spec } = manifests.find(({ kind }) => kind === 'Deployment') as unknown as Deployment;
    const { terminationGracePeriodSeconds: grace, containers } = spec.template.spec;
    const [api] = containers;
    const value = (name: string) => Number(api!.env.find((one) => one.name === name)?.value);
    expect(grace * 1_000).toBeGreaterThan(value('DRAIN_DELAY_MS') + value('DRAIN_TIMEOUT_MS'));
    expect(api!.livenessProbe.httpGet.path).toBe('/health/live');
    expect(api!.readinessProbe.httpGet.path).toBe('/health/ready');
  });
});

describe('alerting and recording rules', () => {
  const rules = ['recording.rules.yml', 'alerts.rules.yml'].flatMap((file) =>
    (yaml(`ops/prometheus/${file}`) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules),
  );

  it('refer only to existing metrics', () => {
    for (const { expr } of rules) {
      const series = seriesIn(expr.replace(/\breading:[a-z_:0-9]+|\bretrieval:[a-z_:0-9]+/g, ''));
      for (const name of series) expect({ name, metric: metricOf(name) }).toEqual({ name, metric: expect.any(String) });
    }
  });

  it('have exactly one runbook section in docs/operations.md per alert', () => {
    const alerts = rules.filter(({ alert }) => alert !== undefined);
    expect(alerts.length).toBeGreaterThan(8);
    const [, chapter = ''] = /^## Alerts\n([\s\S]*?)^## /m.exec(text('docs/operations.md')) ?? [];
    const sections = chapter.split(/^### /m).slice(1);
    expect(sections.map((one) => one.split('\n')[0])).toEqual(alerts.map(({ alert }) => alert));
    for (const section of sections) expect(section.split(/\s+/).length).toBeGreaterThan(20);
    for (const { alert = '', annotations } of alerts)
      expect(annotations?.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
  });

  it('have a test in which every alert fires', () => {
    const { tests } = yaml('ops/prometheus/alerts.test.yml') as { tests: { alert_rule_test: AlertTest[] }[] };
    const rung = tests.flatMap(({ alert_rule_test: checks }) =>
      checks.flatMap(({ alertname, exp_alerts }) => (exp_alerts.length > 0 ? [alertname] : [])),
    );
    expect([...new Set(rung)].toSorted()).toEqual(rules.flatMap(({ alert }) => alert ?? []).toSorted());
  });

  const promtool = spawnSync('promtool', ['--version']).status === 0;
  (promtool ? it : it.skip)('pass promtool: check rules, test rules, check config (skipped without promtool)', () => {
    const run = (...parameters: string[]) =>
      execFileSync('promtool', parameters, { cwd: 'ops/prometheus', encoding: 'utf8' });
    expect(run('check', 'rules', 'recording.rules.yml', 'alerts.rules.yml')).toContain('SUCCESS');
    expect(run('test', 'rules', 'alerts.test.yml')).toContain('SUCCESS');
    expect(run('check', 'config', 'prometheus.yml')).toContain('SUCCESS');
  });
});

interface Rule {
  readonly expr: string;
  readonly alert?: string;
  readonly annotations?: { readonly runbook: string };
}

interface AlertTest {
  readonly alertname: string;
  readonly exp_alerts: readonly unknown[];
}

interface Deployment {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly terminationGracePeriodSeconds: number;
        readonly containers: readonly {
          readonly env: readonly { readonly name: string; readonly value: string }[];
          readonly livenessProbe: { readonly httpGet: { readonly path: string } };
          readonly readinessProbe: { readonly httpGet: { readonly path: string } };
        }[];
      };
    };
  };
}
