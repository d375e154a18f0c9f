/** Set by the build: the list of places for suggestions. */
declare const PLACES_URL: string;

declare module '*.css';
