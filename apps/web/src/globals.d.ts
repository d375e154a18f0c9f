/** URL of the list of places for suggestions; defined by the build. */
declare const PLACES_URL: string;

declare module '*.css';
