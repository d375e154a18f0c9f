import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule, registerAs } from '@nestjs/config';
import type { Environment } from './environment-schema.js';
import { processEnvironment } from './read-environment.js';
import { slices } from './slices.js';

/** Makes every slice of an environment injectable by its `KEY` in all modules. */
@Module({})
export class SettingsModule {
  /** @throws ConfigurationError when no environment is given and the process's own is invalid. */
  static forRoot(environment: Environment = processEnvironment()): DynamicModule {
    const load = Object.entries(slices).map(([name, cut]) => registerAs(name, () => Object.freeze(cut(environment))));
    return {
      module: SettingsModule,
      imports: [ConfigModule.forRoot({ isGlobal: true, ignoreEnvFile: true, ignoreEnvVars: true, load })],
    };
  }
}
