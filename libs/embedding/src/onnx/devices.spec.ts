import { describe, expect, it } from '@jest/globals';
import { devicesToTry } from './devices.js';

describe('devicesToTry', () => {
  it('tries the graphics card first where the runtime supports it, then the processor', () => {
    expect(devicesToTry('auto', () => true)).toEqual(['cuda', 'cpu']);
    expect(devicesToTry('auto', () => false)).toEqual(['cpu']);
  });

  it('tries only the configured device', () => {
    expect(devicesToTry('cuda', () => false)).toEqual(['cuda']);
    expect(devicesToTry('cpu', () => true)).toEqual(['cpu']);
  });
});
