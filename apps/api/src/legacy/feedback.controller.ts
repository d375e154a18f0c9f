import { Controller, HttpCode, Post } from '@nestjs/common';

/** Ratings that older front ends send. Accepted and not stored. */
@Controller('rlhf')
export class FeedbackController {
  @Post('feedback')
  @HttpCode(204)
  feedback(): void {}
}
