import { Controller, HttpCode, Post } from '@nestjs/common';

/** Accepts ratings of older front ends and does not store them. */
@Controller('rlhf')
export class FeedbackController {
  @Post('feedback')
  @HttpCode(204)
  feedback(): void {}
}
