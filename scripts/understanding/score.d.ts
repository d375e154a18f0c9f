export interface Figures {
  readonly dreams: number;
  readonly precision: number;
  readonly recall: number;
  readonly lead: number;
  readonly deniedPresent: number;
  readonly denied: number;
  readonly absentPresent: number;
  readonly absent: number;
  readonly emotionPrecision: number;
  readonly emotionRecall: number;
  readonly deniedEmotionPresent: number;
  readonly deniedEmotions: number;
}

export function isHeldOut(dream: { readonly id: string }): boolean;

export function score(
  results: readonly {
    readonly dream: object;
    readonly found: { readonly symbols: readonly string[]; readonly emotions: readonly string[] };
  }[],
): Figures;
