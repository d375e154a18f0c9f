import { randomBytes } from 'node:crypto';

/** 96 random bits, so that ids cannot be guessed. */
const ID_BYTES = 12;

/** Id of a new reading: 16 URL-safe characters. Short, because every frame contains it. */
export const newReadingId = (): string => randomBytes(ID_BYTES).toString('base64url');
