import { Controller, Get } from '@nestjs/common';
import { Public } from './access-rule.js';

/** Answers while the event loop runs. Checks nothing else, so a failing dependency never restarts the process. */
@Public()
@Controller()
export class LivenessController {
  @Get(['health/live', 'livez', 'healthz'])
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }
}
