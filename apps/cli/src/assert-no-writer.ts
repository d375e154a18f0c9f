import { processEnvironment } from '@app/config/environment';
import { WriterLock, stateDir } from '@app/knowledge/processes';

/** Checks the writer lock before loading modules, to fail fast. @throws KnowledgeBusyError, ConfigurationError */
export const assertNoWriter = (): Promise<void> => WriterLock.assertFree(stateDir(processEnvironment().DATA_DIR));
