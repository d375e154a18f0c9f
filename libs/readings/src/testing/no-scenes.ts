import { SceneReader } from '../dream/scene/scene-reader.js';

/** Reads every linked entity as there: no language is known. */
export const noScenes = new SceneReader([]);
