export { attackTexts } from './attack-texts.js';
export { promptsOf } from './prompts-of.js';
