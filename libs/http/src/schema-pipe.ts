import { StandardSchemaValidationPipe } from '@nestjs/common';
import { invalidInput } from './http-problem.error.js';

/** Validates parameters that have a schema, as in `@Body({ schema })`, and answers `input.invalid` otherwise. */
export const schemaPipe = () => new StandardSchemaValidationPipe({ exceptionFactory: invalidInput });
