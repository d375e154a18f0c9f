export { KnowledgeFolder } from './knowledge-folder.js';
