/** Sent in place of the user's own words when there are none. */
export const ASK = 'Please read the hexagram I have cast.';
