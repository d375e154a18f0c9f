export type * from './contract.generated.js';
export type { FinalReading } from './final-reading.js';
export { follow, read, readDestiny, readDream, readIching, readTarot } from './read.js';
export { ReadingError } from './reading-error.js';
export type { Reading } from './reading.js';
export type { Kind, ReadingEvent, ReadOptions } from './reading-event.js';
