import type { LogLevel } from '@nestjs/common';
import type { ObservabilityConfig } from '@app/config';

/** Nest's levels, most severe first, and the names LOG_LEVEL has for them. */
const LEVELS: readonly (readonly [ObservabilityConfig['logLevel'], LogLevel])[] = [
  ['fatal', 'fatal'],
  ['error', 'error'],
  ['warn', 'warn'],
  ['info', 'log'],
  ['debug', 'debug'],
  ['trace', 'verbose'],
];

/** What is logged at a LOG_LEVEL: itself and everything more severe; nothing when `silent`. */
export function logLevels(least: ObservabilityConfig['logLevel']): LogLevel[] {
  const end = LEVELS.findIndex(([name]) => name === least) + 1;
  return LEVELS.slice(0, end).map(([, level]) => level);
}
