export { recordingRegistry } from './metrics-for-tests.js';
