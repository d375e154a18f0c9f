// Writes the files that are generated from the server's schemas: `npm run contract`.
import { writeFileSync } from 'node:fs';
import { readingDefinitions } from '../../dist/libs/readings/src/index.js';
import { encodeFrame, eventData } from '../../dist/libs/streaming/src/index.js';
import { contractFiles } from './files.js';

for (const [path, content] of contractFiles({ eventData, encodeFrame, definitions: readingDefinitions })) {
  writeFileSync(path, content);
  process.stdout.write(`${path}\n`);
}
