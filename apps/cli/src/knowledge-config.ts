import { type RagConfig, processEnvironment, slices } from '@app/config';

/** Configuration of the knowledge tables, including their location. @throws ConfigurationError */
export const knowledgeConfig = (): RagConfig => slices.rag(processEnvironment());
