// Writes the tables of the knowledge pack to dist/knowledge-tables, unless those there are current. A server without
// tables of its own serves them, so its first start need not embed the pack.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const TABLES = 'dist/knowledge-tables';
const STATE = 'dist/knowledge-tables.state';

// No other setting: the tables are those of the built-in embedding model and the pack of this folder.
const env = { PATH: process.env.PATH, DATA_DIR: STATE, LANCEDB_URI: TABLES, LANCEDB_LOG: 'error' };
execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'rebuild', '--if-stale'], { env, stdio: 'inherit' });
rmSync(STATE, { recursive: true, force: true });
