import { useState } from 'preact/hooks';
import { readStored, thisDevice, writeStored } from '../device-storage.js';
import type { Turn } from './turn.js';

/** A reading stored on the device. */
export interface KeptReading {
  readonly at: string;
  readonly turn: Omit<Turn, 'key'>;
}

export interface History {
  readonly isOn: boolean;
  readonly readings: readonly KeptReading[];
  readonly setOn: (isOn: boolean) => void;
  readonly keep: (turn: Turn) => void;
  readonly forget: (at?: string) => void;
}

const SWITCH = 'history-on';
const READINGS = 'history';
const MAX_READINGS = 30;

/**
 * Readings stored on this device, newest first. Stores them only if the user has enabled it; disabling deletes them.
 */
export function useHistory(): History {
  const [isOn, setOn] = useState(() => readStored(thisDevice, SWITCH) === true);
  const [readings, setReadings] = useState(() => (readStored(thisDevice, READINGS) ?? []) as readonly KeptReading[]);
  const store = (next: readonly KeptReading[]) => {
    setReadings(next);
    writeStored(thisDevice, READINGS, next.length > 0 ? next : undefined);
  };
  return {
    isOn,
    readings,
    setOn: (next) => {
      setOn(next);
      writeStored(thisDevice, SWITCH, next || undefined);
      if (!next) store([]);
    },
    keep: ({ request, question, reading }) => {
      // Do not store a crisis reading where other people may find it.
      if (!isOn || reading.done?.status === 'safety') return;
      const turn = { reading, ...(request && { request }), ...(question && { question }) };
      store([{ at: new Date().toISOString(), turn }, ...readings].slice(0, MAX_READINGS));
    },
    forget: (at) => store(at === undefined ? [] : readings.filter((one) => one.at !== at)),
  };
}
