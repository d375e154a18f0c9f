import { randomText } from '@app/text';

/** 96 random bits, so that ids cannot be guessed. */
const ID_BYTES = 12;

/** Id of a new reading: 16 URL-safe characters. Short, because every frame contains it. */
export const newReadingId = (): string => randomText(ID_BYTES, 'base64url');
