export { slotsOf } from '../language/fill-phrase.js';
export { packEvidence, packRecords } from './pack-evidence.js';
