import { AskController } from './ask.controller.js';
import { CounsellorController } from './counsellor.controller.js';
import { CounsellorSessions } from './counsellor-sessions.js';
import { DreamController } from './dream.controller.js';
import { FeedbackController } from './feedback.controller.js';
import { IchingController } from './iching.controller.js';
import { TarotController } from './tarot.controller.js';

/** Controllers of the older front ends' routes, whose contracts are frozen. */
export const LEGACY_CONTROLLERS = [
  DreamController,
  TarotController,
  IchingController,
  AskController,
  CounsellorController,
  FeedbackController,
];
/** Body limit of these routes: front ends send whole charts and instructions with a question. */
export const LEGACY_BODIES = {
  maxBytes: 512 * 1024,
  paths: [
    '/api/dream',
    '/api/tarot',
    '/api/counselor',
    '/ask',
    '/ask-stream',
    '/astrology',
    '/counselor',
    '/iching',
    '/saju',
  ],
};
export const LEGACY_PROVIDERS = [CounsellorSessions];
