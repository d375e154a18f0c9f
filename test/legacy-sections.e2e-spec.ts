import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { READING_DEFINITIONS, dreamReading } from '@app/readings';
import { eventsOf, postForEvents } from './harness/read-events.js';
import { type RunningServer, startServer } from './harness/start-server.js';

const dream = { dream: '큰 뱀이 집에 들어왔어요.', locale: 'ko' };
const [first] = dreamReading.sections;
const extended = { ...dreamReading, sections: [...dreamReading.sections, { ...first, id: 'extra' }] };

describe('a section added after the legacy routes', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({}, [{ token: READING_DEFINITIONS, value: [extended] }]);
  });
  afterAll(() => server.close());

  const sectionsOf = async (path: string) =>
    eventsOf(await postForEvents(server.url + path, dream), 'reading')[0]?.sections;

  it('is sent by the current route', async () => {
    expect(await sectionsOf('/v1/readings/dream')).toEqual(['summary', 'symbols', 'recommendations', 'extra']);
  });

  it('is not sent by the legacy route, even from the cache', async () => {
    for (let n = 0; n < 2; n++)
      expect(await sectionsOf('/api/dream/interpret-stream')).toEqual(['summary', 'symbols', 'recommendations']);
  });
});
