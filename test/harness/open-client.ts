import { HttpLlmClient } from '@app/llm';
import { environmentSchema, slices } from '@app/config';
import { LlmMetrics, StreamMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';

export interface OpenedClient {
  readonly client: HttpLlmClient;
  /** Sum of the metric's values with matching labels; 0 if it was never set. */
  readonly metric: (name: string, labels?: Readonly<Record<string, string>>) => Promise<number>;
}

/** Creates a client from environment variables. */
export async function openClient(variables: Readonly<Record<string, string>>, ca?: string): Promise<OpenedClient> {
  const registry = recordingRegistry();
  const { upstream, ...config } = slices.llm(environmentSchema.parse(variables));
  if (!upstream) throw new Error('openClient needs the variables of an upstream');
  const client = await HttpLlmClient.create({
    config: { ...config, upstream },
    metrics: new LlmMetrics(registry),
    streamMetrics: new StreamMetrics(registry),
    ca: ca || undefined,
  });
  const metric = async (name: string, labels: Readonly<Record<string, string>> = {}) => {
    const { values } = (await registry.prometheus.getSingleMetric(name)?.get()) ?? { values: [] };
    const fits = values.filter((value) =>
      Object.entries(labels).every(([key, wanted]) => value.labels[key as never] === wanted),
    );
    return fits.reduce((sum, { value }) => sum + value, 0);
  };
  return { client, metric };
}
