import { SceneReader } from '../dream/scene/scene-reader.js';

/** Scene reader without any language: every linked entity counts as present. */
export const noScenes = new SceneReader([]);
