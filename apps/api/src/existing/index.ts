import { DreamController } from './dream.controller.js';
import { ExistingReadings } from './existing-readings.js';
import { IchingController } from './iching.controller.js';
import { TarotController } from './tarot.controller.js';

/** What the application takes in to answer the front ends that exist. */
export const EXISTING_CONTROLLERS = [DreamController, TarotController, IchingController];
export const EXISTING_PROVIDERS = [ExistingReadings];
