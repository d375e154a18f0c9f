import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { RedisClient } from '@app/cache';
import { RedisServer } from '@app/cache/testing';
import { environmentSchema, slices } from '@app/config';
import { NEVER, type Observable, Subject, firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import { waitUntil } from '../../../test/harness/wait-until.js';
import { withRedis } from '../../../test/harness/with-redis.js';
import type { EventBatch } from './reading-event.js';
import { ReadingHub, logName } from './reading-hub.js';
import { RedisEventMirror } from './redis-event-mirror.js';

const delta = (content: string): EventBatch => [{ event: 'delta', data: { section: 'summary', content } }];
const done: EventBatch = [{ event: 'done', data: { done: true, status: 'ok', ms: 1, timings: {} } }];
const OWNER = 'web';
const reference = (id: string) => ({ id, owner: OWNER });
const textOf = async (frames: Observable<Buffer>): Promise<string> =>
  Buffer.concat(await lastValueFrom(frames.pipe(toArray()), { defaultValue: [] })).toString();

withRedis('RedisEventMirror', () => {
  let server: RedisServer;
  let replicas: { readonly hub: ReadingHub; readonly redis: RedisClient; readonly mirror: RedisEventMirror }[];

  const replica = async (variables: Readonly<Record<string, string>> = {}, silenceMs?: number) => {
    const config = slices.readings(environmentSchema.parse(variables));
    const redis = new RedisClient({ url: server.url, commandTimeoutMs: 150, probeEveryMs: 100 });
    const mirror = new RedisEventMirror(redis, {
      ttlSeconds: config.resumeTtlSeconds,
      ...(silenceMs !== undefined && { silenceMs }),
    });
    const hub = new ReadingHub(config, mirror);
    hub.onModuleInit();
    const made = { hub, redis, mirror };
    replicas.push(made);
    await waitUntil(() => redis.available);
    return made;
  };
  /** The rest of a reading after event `after`, resumed on another replica. */
  const resumed = async (hub: ReadingHub, id: string, after: number): Promise<string> => {
    const resumption = await hub.resume(reference(id), after);
    if (resumption.state !== 'found') throw new Error(`the reading is ${resumption.state}`);
    return textOf(resumption.reading.frames());
  };
  const mirrored = (mirror: RedisEventMirror, id: string, lastSeq: number) =>
    waitUntil(async () => {
      const found = await mirror.find(logName(reference(id)));
      return found.state === 'found' && found.lastSeq === lastSeq;
    });

  beforeAll(async () => {
    server = await RedisServer.start();
  });
  beforeEach(() => {
    replicas = [];
  });
  afterEach(() => {
    for (const { hub, redis, mirror } of replicas) {
      hub.onModuleDestroy();
      mirror.onModuleDestroy();
      redis.onModuleDestroy();
    }
  });
  afterAll(() => server.kill());

  it('continues an abandoned reading while another replica reads it, and no longer', async () => {
    const [here, there] = [await replica({ RESUME_GRACE_MS: '50' }), await replica()];
    const source = new Subject<EventBatch>();
    const run = here.hub.start({ owner: OWNER, id: 'far', events: source, onDisconnect: 'continue' });
    source.next(delta('one'));
    await mirrored(there.mirror, 'far', 1);
    const far = await there.hub.resume(reference('far'), 0);
    const reader = far.state === 'found' ? far.reading.frames().subscribe() : undefined;
    await waitUntil(() => here.mirror.isRead(logName(reference('far'))));
    run.frames().subscribe().unsubscribe();
    await delay(300);
    expect(run.ended).toBe(false);
    reader?.unsubscribe();
    await waitUntil(() => run.ended);
  });

  it('continues on another replica after every event of a long reading: before + after = whole, byte for byte', async () => {
    const [here, there] = [await replica(), await replica()];
    const events = new Subject<EventBatch>();
    const run = here.hub.start({ owner: OWNER, id: 'long', events });
    const whole = textOf(run.frames());
    for (let n = 1; n < 150; n++) {
      events.next(delta(`뱀 ${n} 🐍`));
      // Produces chunks of several events.
      if (n % 4 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    events.next(done);
    const bytes = await whole;
    await mirrored(there.mirror, 'long', 150);
    const frames = bytes.split(/(?<=\n\n)/);
    expect(frames).toHaveLength(150);
    for (let read = 0; read < frames.length; read++) {
      expect(frames.slice(0, read).join('') + (await resumed(there.hub, 'long', read))).toBe(bytes);
    }
    expect((await there.hub.resume(reference('long'), 150)).state).toBe('finished');
  });

  it('can be followed from another replica while the reading is running', async () => {
    const [here, there] = [await replica(), await replica()];
    const events = new Subject<EventBatch>();
    const run = here.hub.start({ owner: OWNER, id: 'live', events });
    const whole = textOf(run.frames());
    events.next(delta('one'));
    await mirrored(there.mirror, 'live', 1);
    const followed = resumed(there.hub, 'live', 0);
    for (const words of ['two', 'three', 'four']) {
      await delay(20);
      events.next(delta(words));
    }
    events.next(done);
    expect(await followed).toBe(await whole);
  });

  it('stops a reading from another replica', async () => {
    const [here, there] = [await replica(), await replica()];
    const run = here.hub.start({ owner: OWNER, id: 'stopped', events: new Subject<EventBatch>() });
    const source = new Subject<EventBatch>();
    const other = here.hub.start({ owner: OWNER, id: 'other', events: source });
    const [whole, otherWhole] = [textOf(run.frames()), textOf(other.frames())];
    source.next(delta('x'));
    await mirrored(there.mirror, 'other', 1);
    await waitUntil(
      async () => (await there.redis.run((redis) => redis.pubsub('NUMSUB', 'readings:cancelled')))[1] === 2,
    );
    expect(await there.hub.cancel(reference('other'))).toBe(true);
    expect(await otherWhole).toContain('"status":"cancelled"');
    expect(run.ended).toBe(false);
    run.run.cancel();
    await whole;
  });

  it('continues and stops a view of a shared run on another replica', async () => {
    const [here, there] = [await replica(), await replica()];
    const [starter, joiner] = ['reading-aaaaaaaa', 'reading-bbbbbbbb'];
    const events = new Subject<EventBatch>();
    const first = here.hub.start({ ...reference(starter), events, key: 'k' });
    const second = here.hub.join('k', reference(joiner));
    const [whole, joined] = [textOf(first.frames()), textOf(second?.frames() ?? NEVER)];
    events.next(delta('x'));
    await mirrored(there.mirror, joiner, 1);
    const far = resumed(there.hub, joiner, 0);
    await waitUntil(
      async () => (await there.redis.run((redis) => redis.pubsub('NUMSUB', 'readings:cancelled')))[1] === 2,
    );
    expect(await there.hub.cancel(reference(joiner))).toBe(true);
    expect(await joined).toContain(`id: ${joiner}.2\nevent: done\ndata: {"done":true,"status":"cancelled"`);
    events.next(done);
    expect(await whole).toContain('"status":"ok"');
    expect(await far).toBe((await whole).replaceAll(starter, joiner));
  }, 30_000);

  it('distinguishes an expired reading from an unknown one', async () => {
    const [here, there] = [await replica({ RESUME_TTL_SECONDS: '1' }), await replica()];
    const events = new Subject<EventBatch>();
    here.hub.start({ owner: OWNER, id: 'brief', events }).frames().subscribe();
    events.next(done);
    await mirrored(there.mirror, 'brief', 1);
    await waitUntil(async () => (await there.mirror.find(logName(reference('brief')))).state === 'expired');
    expect((await there.hub.resume(reference('brief'), 0)).state).toBe('expired');
    expect((await there.hub.resume(reference('never'), 0)).state).toBe('unknown');
  });

  it('loses nothing while Redis is frozen, and never delays a reading', async () => {
    const [here, there] = [await replica(), await replica()];
    const events = new Subject<EventBatch>();
    const run = here.hub.start({ owner: OWNER, id: 'frozen', events });
    const whole = textOf(run.frames());
    events.next(delta('before'));
    await mirrored(there.mirror, 'frozen', 1);
    server.freeze();
    try {
      for (let n = 0; n < 20; n++) {
        events.next(delta(`during ${n}`));
        await delay(50);
      }
      events.next(done);
      expect(await whole).toContain('during 19');
      await expect(there.mirror.find(logName(reference('frozen')))).rejects.toThrow();
    } finally {
      server.thaw();
    }
    await waitUntil(() => there.redis.available && here.redis.available);
    await mirrored(there.mirror, 'frozen', 22);
    expect(await resumed(there.hub, 'frozen', 0)).toBe(await whole);
  });

  it('ends a follower within 5 s when the replica that writes has died, not while a reading is silent', async () => {
    const [here, there] = [await replica(), await replica()];
    const events = new Subject<EventBatch>();
    here.hub
      .start({ ...reference('dead'), events })
      .frames()
      .subscribe();
    events.next(delta('last words'));
    await mirrored(there.mirror, 'dead', 1);
    let ended: unknown;
    there.mirror.frames(logName(reference('dead')), 0).subscribe({ error: (error: unknown) => (ended = error) });
    await delay(4_000);
    expect(ended).toBeUndefined();
    here.mirror.onModuleDestroy();
    await waitUntil(() => ended !== undefined);
    expect(ended).toMatchObject({ message: 'The replica that wrote the reading has died.' });
  }, 30_000);

  it('ends a follower when its reading is silent or Redis becomes unavailable', async () => {
    const [here, there] = [await replica(), await replica({}, 100)];
    const events = new Subject<EventBatch>();
    here.hub.start({ owner: OWNER, id: 'silent', events }).frames().subscribe();
    events.next(delta('last words'));
    await mirrored(there.mirror, 'silent', 1);
    await expect(lastValueFrom(there.mirror.frames(logName(reference('silent')), 0))).rejects.toThrow('no events');

    const patient = await replica();
    const follower = lastValueFrom(patient.mirror.frames(logName(reference('silent')), 0));
    follower.catch(() => {});
    await firstValueFrom(patient.mirror.frames(logName(reference('silent')), 0));
    await server.kill();
    await expect(follower).rejects.toThrow('went away');
    await server.start();
  });
});
