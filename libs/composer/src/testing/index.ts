export { slotsOf } from '../language/fill-phrase.js';
export { packPassage, packRecords } from './pack-passage.js';
