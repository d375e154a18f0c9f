import { processEnvironment } from '@app/config/environment';
import { WriterLock, stateDir } from '@app/knowledge/writer-lock';

/** Before anything is loaded, so that a second writer is refused at once. @throws KnowledgeBusyError, ConfigurationError */
export const assertNoWriter = (): Promise<void> => WriterLock.assertFree(stateDir(processEnvironment().DATA_DIR));
