import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './redis-refusal.js';

describe('refusalOf', () => {
  it.each([
    ["READONLY You can't write against a read only replica.", 'read_only'],
    ["OOM command not allowed when used memory > 'maxmemory'.", 'out_of_memory'],
    [
      "ERR Error running script: @user_script:1: -OOM command not allowed when used memory > 'maxmemory'.",
      'out_of_memory',
    ],
    [
      'MISCONF Redis is configured to save RDB snapshots, but it is currently unable to persist to disk.',
      'writes_refused',
    ],
    ['NOAUTH Authentication required.', 'unauthorized'],
    ['WRONGPASS invalid username-password pair or user is disabled.', 'unauthorized'],
    ["NOPERM this user has no permissions to run the 'set' command", 'unauthorized'],
    ['DENIED Redis is running in protected mode because protected mode is enabled', 'unauthorized'],
    ['ERR invalid password', 'unauthorized'],
    ['MOVED 3999 127.0.0.1:6381', 'cluster'],
    ['CLUSTERDOWN The cluster is down', 'cluster'],
    ["MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.", 'loading'],
    ['ERR max number of clients reached', 'loading'],
    ['NOREPLICAS Not enough good replicas to write.', 'writes_refused'],
    ['LOADING Redis is loading the dataset in memory', 'loading'],
    ['ERR The ID specified in XADD is equal or smaller than the target stream top item', undefined],
    ['WRONGTYPE Operation against a key holding the wrong kind of value', undefined],
    ['Command timed out', undefined],
  ])('classifies "%s" as %s', (message, reason) => {
    expect(refusalOf(new Error(message))).toBe(reason);
  });

  it.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ])('classifies the TLS error %s as tls', (code) => {
    expect(refusalOf(Object.assign(new Error('self-signed certificate'), { code }))).toBe('tls');
  });

  it('recognises refusals inside a transaction', () => {
    const error = new Error('EXECABORT Transaction discarded because of previous errors.');
    expect(refusalOf(Object.assign(error, { previousErrors: [new Error('OOM command not allowed')] }))).toBe(
      'out_of_memory',
    );
  });
});
