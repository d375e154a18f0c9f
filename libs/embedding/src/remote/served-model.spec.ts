import { describe, expect, it } from '@jest/globals';
import { type ModelApi, fetchServedModel } from './served-model.js';

const signal = new AbortController().signal;

/** A server that lists these models and returns vectors of two dimensions. */
class FakeApi implements ModelApi {
  readonly asked: (string | undefined)[] = [];

  constructor(
    private readonly list: unknown,
    private readonly answeredModel?: string,
  ) {}

  models = async () => this.list;
  embed: ModelApi['embed'] = async ({ model }) => {
    this.asked.push(model);
    return { model: this.answeredModel, vectors: [Float32Array.of(1, 0)] };
  };
}

describe('fetchServedModel', () => {
  it('takes the first model of the list, with what the list says about it', async () => {
    const data = [{ id: 'own', scripts: ['latin'], input_types: ['query', 'passage'] }, { id: 'other' }];
    const api = new FakeApi({ object: 'list', data });
    const served = await fetchServedModel(api, {}, signal);
    expect(served).toMatchObject({ name: 'own', requested: 'own', dimensions: 2, takesRole: true });
    expect([...served.scripts]).toEqual(['latin']);
    expect(api.asked).toEqual(['own']);
  });

  it('takes the configured model, even where none is listed', async () => {
    const served = await fetchServedModel(new FakeApi(undefined), { model: 'acme/multilingual-e5-small' }, signal);
    expect(served).toMatchObject({ name: 'acme/multilingual-e5-small', takesRole: false });
    expect(served.prefix).toEqual({ query: 'query: ', passage: 'passage: ' });
    expect(served.scripts.has('hangul')).toBe(true);
  });

  it('uses the model name of the response when the server has no list', async () => {
    const served = await fetchServedModel(new FakeApi(undefined, 'answered'), {}, signal);
    expect(served).toMatchObject({ name: 'answered', requested: undefined });
  });

  it('does not send Hangul to a model known to be English', async () => {
    const served = await fetchServedModel(
      new FakeApi(undefined),
      { model: 'sentence-transformers/all-MiniLM-L6-v2' },
      signal,
    );
    expect([...served.scripts]).toEqual(['latin']);
  });
});
