export { packEvidence, packRecords } from './pack-evidence.js';
