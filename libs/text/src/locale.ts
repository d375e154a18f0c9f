/** Languages the product reads and writes. */
export type Locale = 'ko' | 'en';
