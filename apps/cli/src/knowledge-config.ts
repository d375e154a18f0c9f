import { type RagConfig, processEnvironment, slices } from '@app/config';

/** Where the tables are. @throws ConfigurationError */
export const knowledgeConfig = (): RagConfig => slices.rag(processEnvironment());
