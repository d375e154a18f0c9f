import { randomBytes } from 'node:crypto';

/** 96 random bits, so that ids cannot be guessed. */
const ID_BYTES = 12;

/** A new reading's id: 16 URL-safe characters, short because every frame carries it. */
export const newReadingId = (): string => randomBytes(ID_BYTES).toString('base64url');
