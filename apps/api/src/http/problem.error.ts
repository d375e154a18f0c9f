import { HttpProblem, type ProblemOptions } from '@app/http';
import { PROBLEMS, type ProblemCode } from './problem-codes.js';

/** An error response of this server. */
export class ProblemError extends HttpProblem {
  constructor(code: ProblemCode, options?: ProblemOptions) {
    super(code, PROBLEMS[code], options);
  }
}
