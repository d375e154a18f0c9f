// Remembers when the build finished; build-if-stale.js compares the sources against it.
import { writeFileSync } from 'node:fs';

writeFileSync('dist/.built', '');
