import { AskController } from './ask.controller.js';
import { CounsellorController } from './counsellor.controller.js';
import { CounsellorSessions } from './counsellor-sessions.js';
import { DreamController } from './dream.controller.js';
import { IchingController } from './iching.controller.js';
import { TarotController } from './tarot.controller.js';

/** Routes of the older front ends; their contracts are frozen. */
export const LEGACY_CONTROLLERS = [
  DreamController,
  TarotController,
  IchingController,
  AskController,
  CounsellorController,
];
export const LEGACY_PROVIDERS = [CounsellorSessions];
