// Entry point `@app/config/environment`: reads the environment without loading the framework.
export { type Environment, environmentSchema } from './environment-schema.js';
export { ConfigurationError, isProduction, processEnvironment, readEnvironment } from './read-environment.js';
