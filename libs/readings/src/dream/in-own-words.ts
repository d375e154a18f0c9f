import type { Leads } from '@app/composer';

/** Introduces the reading of a symbol or a feeling by the dreamer's own words about it. */
export const IN_OWN_WORDS: Leads = { next: { ko: ['‘{words}’ –'], en: ['“{words}” –'] } };
