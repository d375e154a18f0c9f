import { askReading } from './chat/ask.reading.js';
import { dreamChatReading } from './chat/dream-chat.reading.js';
import { tarotChatReading } from './chat/tarot-chat.reading.js';
import { compatibilityReading } from './compatibility/compatibility.reading.js';
import { dailyReading } from './daily/daily.reading.js';
import { destinyReading } from './destiny/destiny.reading.js';
import { dreamReading } from './dream/dream.reading.js';
import { ichingReading } from './iching/iching.reading.js';
import type { ReadingDefinition } from './reading-definition.js';
import { tarotReading } from './tarot/tarot.reading.js';

/** Every kind of reading. Routes, metric labels, page titles, OpenAPI and the composer derive from this list. */
export const readingDefinitions: readonly ReadingDefinition[] = [
  dreamReading,
  tarotReading,
  ichingReading,
  destinyReading,
  compatibilityReading,
  dailyReading,
  dreamChatReading,
  tarotChatReading,
  askReading,
];
