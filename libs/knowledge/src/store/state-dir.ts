import { join } from 'node:path';

/** Local folder for the writer's lock and journal, also used when the tables are on object storage. */
export const stateDir = (dataDir: string): string => join(dataDir, 'state');
