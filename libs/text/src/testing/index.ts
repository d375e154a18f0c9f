export { growth } from './growth.js';
