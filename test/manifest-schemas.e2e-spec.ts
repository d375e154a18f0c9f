import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { helmManifests, kubernetesManifests } from './ops/manifest-environments.js';

const FOLDER = 'test/ops/schemas';
const installed = existsSync(`${FOLDER}/node_modules`);
if (!installed) process.stdout.write(`SKIPPED: the Kubernetes schemas are not installed (npm ci --prefix ${FOLDER})\n`);

const problems = (objects: readonly unknown[]) =>
  execFileSync(process.execPath, [`${FOLDER}/validate.js`], { input: JSON.stringify(objects), encoding: 'utf8' });
const EVERYTHING = {
  lancedbUri: 's3://bucket/tables',
  autoscaling: { enabled: true },
  monitoring: { enabled: true, labels: { release: 'prometheus' } },
  ingress: { enabled: true, tlsSecretName: 'tls' },
  ingestion: { enabled: true },
};
const NOTHING = {
  secretName: '',
  apiKeysSecretName: '',
  modelServer: { enabled: false },
  redis: { enabled: false },
  networkPolicy: { enabled: false },
};

describe('the Helm chart', () => {
  it('renders every object it promises', () => {
    expect(new Set(helmManifests(EVERYTHING).map(({ kind }) => kind))).toEqual(
      new Set([
        'Deployment',
        'Service',
        'PodDisruptionBudget',
        'HorizontalPodAutoscaler',
        'ServiceMonitor',
        'PrometheusRule',
        'NetworkPolicy',
        'Ingress',
        'Job',
      ]),
    );
    expect(helmManifests(NOTHING).map(({ kind }) => kind)).toEqual(['Deployment', 'Service', 'PodDisruptionBudget']);
  });

  it('carries the alert rules unchanged', () => {
    const rendered = JSON.stringify(helmManifests(EVERYTHING));
    expect(rendered).toContain('docs/operations.md#redisaway');
    expect(rendered).toContain('{{ $labels.instance }}');
  });
});

(installed ? describe : describe.skip)('the schemas of the Kubernetes API accept', () => {
  it.each([
    ['the plain manifests', () => kubernetesManifests()],
    ['the chart with its defaults', () => helmManifests()],
    ['the chart with everything enabled', () => helmManifests(EVERYTHING)],
    ['the chart with everything disabled', () => helmManifests(NOTHING)],
  ])('%s', (_, manifests) => {
    expect(problems(manifests())).toBe('');
  });

  it('no wrong type and no unknown kind', () => {
    const [service] = helmManifests().filter(({ kind }) => kind === 'Service');
    expect(problems([{ ...service, spec: { ports: 'http' } }])).toContain('Service readings-api');
    expect(problems([{ ...service, kind: 'Servise' }])).toContain('Servise readings-api');
  });
});
