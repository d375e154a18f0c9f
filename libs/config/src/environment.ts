// The light entry `@app/config/environment`: reading the environment needs no framework.
export { type Environment, environmentSchema } from './environment-schema.js';
export { ConfigurationError, processEnvironment, readEnvironment } from './read-environment.js';
