/** Bucket bounds in seconds: in-process lookups take microseconds, lookups in a cold table tens of milliseconds. */
export const LOOKUP_SECONDS = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5,
];

/**
 * Bucket bounds in seconds: a model's first token takes up to a second, a whole reading up to two minutes
 * (READING_TIMEOUT_MS).
 */
export const MODEL_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 180];

/** Bucket bounds of OpenTelemetry's `gen_ai.client.operation.duration`, in seconds. */
export const GEN_AI_SECONDS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

/** Bucket bounds of OpenTelemetry's `gen_ai.client.token.usage`, up to the size of the largest context. */
export const GEN_AI_TOKENS = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576];

/** Bucket bounds of small counts, such as passages or batch sizes. */
export const SMALL_COUNTS = [0, 1, 2, 4, 8, 16, 32, 64, 128];

/** Bucket bounds in characters of a section's text; 400 tokens are about 600 Korean or 1 600 English characters. */
export const TEXT_CHARACTERS = [0, 50, 100, 250, 500, 1_000, 2_000, 4_000, 8_000];
