import { AskController } from './ask.controller.js';
import { CounsellorController } from './counsellor.controller.js';
import { CounsellorSessions } from './counsellor-sessions.js';
import { DreamController } from './dream.controller.js';
import { ExistingReadings } from './existing-readings.js';
import { IchingController } from './iching.controller.js';
import { TarotController } from './tarot.controller.js';

/** What the application takes in to answer the front ends that exist. */
export const EXISTING_CONTROLLERS = [
  DreamController,
  TarotController,
  IchingController,
  AskController,
  CounsellorController,
];
export const EXISTING_PROVIDERS = [ExistingReadings, CounsellorSessions];
