import type { LogLevel } from '@nestjs/common';
import type { ObservabilityConfig } from '@app/config';

/** LOG_LEVEL names and Nest's levels, most severe first. */
const LEVELS: readonly (readonly [ObservabilityConfig['logLevel'], LogLevel])[] = [
  ['fatal', 'fatal'],
  ['error', 'error'],
  ['warn', 'warn'],
  ['info', 'log'],
  ['debug', 'debug'],
  ['trace', 'verbose'],
];

/** Nest levels logged at a LOG_LEVEL: itself and everything more severe; none for `silent`. */
export function logLevels(threshold: ObservabilityConfig['logLevel']): LogLevel[] {
  const end = LEVELS.findIndex(([name]) => name === threshold) + 1;
  return LEVELS.slice(0, end).map(([, level]) => level);
}
