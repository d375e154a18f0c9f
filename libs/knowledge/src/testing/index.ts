export { KnowledgeFolder } from './knowledge-folder.js';
export { smallPdf } from './small-pdf.js';
