import { describe } from '@jest/globals';
import { redisIsInstalled } from '@app/cache/testing';

const isInstalled = redisIsInstalled();
if (!isInstalled) process.stdout.write('SKIPPED: redis-server is not installed\n');

/** `describe` where `redis-server` is installed; elsewhere the tests are skipped. */
export const withRedis = isInstalled ? describe : describe.skip;
