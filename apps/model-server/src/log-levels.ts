import type { LogLevel } from '@nestjs/common';
import type { ObservabilityConfig } from '@app/config';

/** `LOG_LEVEL` names with Nest's levels, most severe first. */
const LEVELS: readonly (readonly [ObservabilityConfig['logLevel'], LogLevel])[] = [
  ['fatal', 'fatal'],
  ['error', 'error'],
  ['warn', 'warn'],
  ['info', 'log'],
  ['debug', 'debug'],
  ['trace', 'verbose'],
];

/** Nest levels that are logged at a `LOG_LEVEL`: its own and all more severe ones; none for `silent`. */
export function logLevels(threshold: ObservabilityConfig['logLevel']): LogLevel[] {
  const end = LEVELS.findIndex(([name]) => name === threshold) + 1;
  return LEVELS.slice(0, end).map(([, level]) => level);
}
