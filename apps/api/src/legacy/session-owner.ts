import type { Request } from 'express';
import { contextOf } from '../http/request-context.js';

/** Whose session it is. Without API keys everybody is the same owner, and a session's id is all that opens it. */
export const sessionOwner = (request: Request): string => contextOf(request).tenant;
