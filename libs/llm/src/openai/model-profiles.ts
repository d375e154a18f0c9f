/** Initial request parameters for a model, and known properties of its answers. Rejected requests may change them. */
export interface ModelProfile {
  /** Name of the parameter for the token limit. */
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** Role of the messages with instructions. */
  readonly role: 'system' | 'developer';
  /** Not sent when undefined. */
  readonly reasoningEffort?: string;
  /** Whether a temperature may be sent. */
  readonly temperature: boolean;
  /** Whether usage is requested with `stream_options`. */
  readonly streamOptions: boolean;
  /** Tokens added to a section's limit for hidden reasoning. */
  readonly reasoningRoom: number;
  /** The model's prompt template contains the opening tag, so that answers may begin with untagged reasoning. */
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
  // Local servers load a model on the first request: users report 14 s to several minutes.
  firstTokenTimeoutMs: 45_000,
};

/** Rules by host name; the first match applies. */
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

/** Rules by model name without the publisher; the first match applies and overrides the server's profile. */
const FAMILIES: readonly Rule[] = [
  { matches: /^gpt-oss/, profile: REASONING },
  { matches: /^gpt-5[\w.-]*-chat/, profile: { limit: 'max_completion_tokens' } },
  // The first family whose reasoning can be turned off.
  {
    matches: /^gpt-5\.[1-9]/,
    profile: { ...OPENAI_REASONING, reasoningEffort: 'none', reasoningRoom: 2_048, temperature: true },
  },
  { matches: /^gpt-5/, profile: { ...OPENAI_REASONING, reasoningEffort: 'minimal', firstTokenTimeoutMs: 30_000 } },
  { matches: /^gpt-[6-9]/, profile: { ...OPENAI_REASONING, reasoningEffort: 'low', firstTokenTimeoutMs: 30_000 } },
  { matches: /^o\d/, profile: { ...OPENAI_REASONING, reasoningEffort: 'low', firstTokenTimeoutMs: 45_000 } },
  // Their prompt templates end with an opening tag; a server without a reasoning parser sends only the closing tag.
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

/** Hosts of OpenAI's own models; other servers may not accept the profile's `reasoning_effort`. */
export const KNOWN_OPENAI_HOST = /(^|\.)api\.openai\.com$|\.azure\.com$/;

/** The profile of a model at a server before the first request. */
export function modelProfile(host: string, model: string): ModelProfile {
  const name = model.toLowerCase().split('/').at(-1) ?? '';
  const find = (rules: readonly Rule[], text: string) => rules.find(({ matches }) => matches.test(text))?.profile;
  const { reasoningEffort, ...profile } = { ...DEFAULTS, ...find(SERVERS, host), ...find(FAMILIES, name) };
  return reasoningEffort !== undefined && KNOWN_OPENAI_HOST.test(host) ? { ...profile, reasoningEffort } : profile;
}
