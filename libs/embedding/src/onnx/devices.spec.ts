import { describe, expect, it } from '@jest/globals';
import { devicesToTry } from './devices.js';

describe('devicesToTry', () => {
  it('tries the graphics card first where the runtime offers it, and does without it else', () => {
    expect(devicesToTry('auto', () => true)).toEqual(['cuda', 'cpu']);
    expect(devicesToTry('auto', () => false)).toEqual(['cpu']);
  });

  it('tries nothing else when one is named', () => {
    expect(devicesToTry('cuda', () => false)).toEqual(['cuda']);
    expect(devicesToTry('cpu', () => true)).toEqual(['cpu']);
  });
});
