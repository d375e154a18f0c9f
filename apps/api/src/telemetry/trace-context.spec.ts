import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { continueTrace, traceparentOf } from './trace-context.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const WELL_FORMED = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

describe('continueTrace', () => {
  it('keeps the trace and its flags and has its own span', () => {
    const trace = continueTrace(`00-${TRACE}-${PARENT}-00`);
    expect(trace).toMatchObject({ traceId: TRACE, parentId: PARENT, flags: '00' });
    expect(trace.spanId).not.toBe(PARENT);
  });

  it('accepts a later version with more fields', () => {
    expect(continueTrace(`01-${TRACE}-${PARENT}-01-more`).traceId).toBe(TRACE);
  });

  it.each([
    ['no header', undefined],
    ['zeros for the trace', `00-${'0'.repeat(32)}-${PARENT}-01`],
    ['zeros for the parent', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['the forbidden version', `ff-${TRACE}-${PARENT}-01`],
    ['capitals', `00-${TRACE.toUpperCase()}-${PARENT}-01`],
    ['fields this version does not have', `00-${TRACE}-${PARENT}-01-more`],
    ['a line break', `00-${TRACE}-${PARENT}-01\r\nX-Evil: 1`],
  ])('begins a trace for %s', (_name, header) => {
    const trace = continueTrace(header);
    expect(trace.parentId).toBeUndefined();
    expect(trace.traceId).not.toBe(TRACE);
  });

  it('sends a well-formed header for any incoming value', () => {
    fc.assert(fc.property(fc.string(), (header) => WELL_FORMED.test(traceparentOf(continueTrace(header)))));
  });
});
