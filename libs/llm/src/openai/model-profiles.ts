/** Parameters of requests and what is known of the answers; each may be changed by what the upstream rejects. */
export interface ModelProfile {
  /** Name of the token limit. */
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** Role of the instructions. */
  readonly role: 'system' | 'developer';
  /** Undefined: not sent. */
  readonly reasoningEffort?: string;
  /** Whether a temperature may be sent. */
  readonly temperature: boolean;
  /** Whether usage is asked for with `stream_options`. */
  readonly streamOptions: boolean;
  /** Tokens of hidden reasoning that are added to a section's limit. */
  readonly reasoningRoom: number;
  /** The prompt template of the model opens the reasoning itself, so that answers may begin inside it. */
  readonly startsHidden: boolean;
  readonly firstTokenTimeoutMs: number;
}

interface Rule {
  readonly matches: RegExp;
  readonly profile: Partial<ModelProfile>;
}

const DEFAULTS: ModelProfile = {
  limit: 'max_tokens',
  role: 'system',
  temperature: true,
  streamOptions: true,
  reasoningRoom: 0,
  startsHidden: false,
  // A local server loads a model when it is first asked: reports name 14 s to several minutes.
  firstTokenTimeoutMs: 45_000,
};

/** By host. The first that matches. */
const SERVERS: readonly Rule[] = [
  {
    matches: /(^|\.)api\.openai\.com$/,
    profile: { limit: 'max_completion_tokens', role: 'developer', firstTokenTimeoutMs: 15_000 },
  },
  { matches: /\.azure\.com$/, profile: { limit: 'max_completion_tokens', firstTokenTimeoutMs: 15_000 } },
  {
    matches: /(^|\.)(openrouter\.ai|groq\.com|together\.xyz|fireworks\.ai|mistral\.ai|deepseek\.com|googleapis\.com)$/,
    profile: { firstTokenTimeoutMs: 20_000 },
  },
];

const REASONING = { reasoningRoom: 4_096 };
const OPENAI_REASONING = { ...REASONING, limit: 'max_completion_tokens', temperature: false } as const;

/** By model name without its publisher. The first that matches; it overrides the server. */
const FAMILIES: readonly Rule[] = [
  { matches: /^gpt-oss/, profile: REASONING },
  { matches: /^gpt-5[\w.-]*-chat/, profile: { limit: 'max_completion_tokens' } },
  // The first reasoning family that can do without.
  {
    matches: /^gpt-5\.[1-9]/,
    profile: { ...OPENAI_REASONING, reasoningEffort: 'none', reasoningRoom: 2_048, temperature: true },
  },
  { matches: /^gpt-5/, profile: { ...OPENAI_REASONING, reasoningEffort: 'minimal', firstTokenTimeoutMs: 30_000 } },
  { matches: /^gpt-[6-9]/, profile: { ...OPENAI_REASONING, reasoningEffort: 'low', firstTokenTimeoutMs: 30_000 } },
  { matches: /^o\d/, profile: { ...OPENAI_REASONING, reasoningEffort: 'low', firstTokenTimeoutMs: 45_000 } },
  // Their templates end in an opening tag; a server without a reasoning parser sends only the closing one.
  {
    matches: /deepseek-r1|deepseek-reasoner|qwq|qwen3[\w.:-]*thinking|exaone-deep/,
    profile: { ...REASONING, startsHidden: true },
  },
  {
    matches:
      /qwen3|exaone-4|magistral|-thinking|-reasoning|glm-4\.[5-9]|glm-[5-9]|minimax-m|nemotron|phi-4|deepseek-v3\.|kimi-k2/,
    profile: REASONING,
  },
];

/** Servers of OpenAI's own models: only they are sure to know the values of `reasoning_effort`. */
export const KNOWN_OPENAI_HOST = /(^|\.)api\.openai\.com$|\.azure\.com$/;

/** What is known of a model at a server before the first request. */
export function modelProfile(host: string, model: string): ModelProfile {
  const name = model.toLowerCase().split('/').at(-1) ?? '';
  const find = (rules: readonly Rule[], text: string) => rules.find(({ matches }) => matches.test(text))?.profile;
  const { reasoningEffort, ...profile } = { ...DEFAULTS, ...find(SERVERS, host), ...find(FAMILIES, name) };
  return reasoningEffort !== undefined && KNOWN_OPENAI_HOST.test(host) ? { ...profile, reasoningEffort } : profile;
}
