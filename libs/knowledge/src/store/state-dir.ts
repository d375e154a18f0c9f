import { join } from 'node:path';

/** Local folder of the writer's lock and journal, also when the tables are on object storage. */
export const stateDir = (dataDir: string): string => join(dataDir, 'state');
