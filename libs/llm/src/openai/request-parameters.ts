import type { UpstreamSettings } from '@app/config';
import type { ChatMessage } from '../llm-client.js';
import type { ModelProfile } from './model-profiles.js';
import { type RejectedParameter, rejectedParameter } from './rejected-parameter.js';

type LimitName = ModelProfile['limit'];
type Role = 'system' | 'developer' | 'user';

const OTHER_LIMIT: Readonly<Record<LimitName, LimitName>> = {
  max_tokens: 'max_completion_tokens',
  max_completion_tokens: 'max_tokens',
};
/** More tokens than any section asks for, and as many for reasoning. */
const MIN_LIMIT = 1_024;
const MIN_REASONING_ROOM = 2_048;
const MAX_REASONING_ROOM = 16_384;

/** Parameters of the requests to one upstream: those of the model's profile, adapted to rejections. */
export class RequestParameters {
  /** Increases with each change; see `OutgoingRequest.variant`. */
  variant = 0;
  readonly adapted: Record<string, string> = {};
  readonly #rejectedNames = new Set<string>();
  #limit: LimitName | undefined;
  #role: Role;
  #room: number;
  #maxLimit = Number.POSITIVE_INFINITY;

  /** @param onAdapted is called once for each change, with the parameter's name and what is sent in its place. */
  constructor(
    private readonly settings: UpstreamSettings,
    private readonly profile: ModelProfile,
    private readonly onAdapted: (parameter: string, now: string) => void,
  ) {
    this.#limit = profile.limit;
    this.#role = profile.role;
    this.#room = profile.reasoningRoom;
    if (settings.temperature !== undefined && !profile.temperature) this.note('temperature', 'omitted');
  }

  /** False for upstreams that send only whole answers. */
  get streams(): boolean {
    return !this.#rejectedNames.has('stream');
  }

  get asksForUsage(): boolean {
    return this.profile.streamOptions && this.streams && !this.#rejectedNames.has('stream_options');
  }

  /** Tokens added to a section's limit for hidden reasoning. */
  get reasoningRoom(): number {
    return this.#room;
  }

  /** All fields of a request body except `model`, `messages` and `stream`. */
  fields(maxTokens: number): Readonly<Record<string, unknown>> {
    const { reasoningEffort, temperature, extraBody } = this.settings;
    const fields: Record<string, unknown> = {
      ...(this.asksForUsage && { stream_options: { include_usage: true } }),
      ...(this.#limit && { [this.#limit]: Math.min(maxTokens + this.#room, this.#maxLimit) }),
      reasoning_effort: reasoningEffort ?? this.profile.reasoningEffort,
      temperature: this.profile.temperature ? temperature : undefined,
      ...extraBody,
    };
    for (const name of this.#rejectedNames) delete fields[name];
    return fields;
  }

  messages(messages: readonly ChatMessage[]): readonly Readonly<{ role: string; content: string }>[] {
    if (this.#role === 'system') return messages;
    if (this.#role === 'developer')
      return messages.map(({ role, content }) => ({ role: role === 'system' ? 'developer' : role, content }));
    return withoutSystem(messages);
  }

  /**
   * @param isClientError whether the status says that the request was wrong
   * @returns whether a new request would differ from the rejected one
   */
  adapt(variant: number, body: string, isClientError = true): boolean {
    if (variant < this.variant) return true;
    const sent = Object.entries(this.fields(1)).filter(([, value]) => value !== undefined);
    const others = [this.streams && 'stream', this.#role !== 'user' && this.#role].filter((name) => name !== false);
    const names = [...sent.map(([name]) => name), ...others];
    const minLimit = this.#room > 0 ? 2 * MIN_LIMIT : MIN_LIMIT;
    const rejected = rejectedParameter(body, names, { isClientError, minLimit });
    return rejected !== undefined && this.#change(rejected);
  }

  /** @returns whether a new request would allow more tokens */
  addReasoningRoom(variant: number): boolean {
    if (variant < this.variant) return true;
    const room = Math.max(this.#room * 2, MIN_REASONING_ROOM);
    if (room > MAX_REASONING_ROOM || this.#limit === undefined) return false;
    this.#room = room;
    this.note('reasoning_room', String(room));
    return true;
  }

  #change({ name, maximum }: RejectedParameter): boolean {
    if (name === 'system' || name === 'developer') return this.#changeRole(name);
    if (name !== this.#limit) return this.#omit(name);
    if (maximum !== undefined && maximum < this.#maxLimit) {
      this.#maxLimit = maximum;
      this.note(name, `at most ${maximum}`);
      return true;
    }
    const other = OTHER_LIMIT[name];
    this.#rejectedNames.add(name);
    this.#limit = this.#rejectedNames.has(other) ? undefined : other;
    this.note(name, this.#limit ?? 'omitted');
    return true;
  }

  #omit(name: string): boolean {
    if (this.#rejectedNames.has(name)) return false;
    this.#rejectedNames.add(name);
    this.note(name, 'omitted');
    return true;
  }

  #changeRole(rejected: 'system' | 'developer'): boolean {
    const other = rejected === 'system' ? 'developer' : 'system';
    this.#rejectedNames.add(rejected);
    this.#role = this.#rejectedNames.has(other) ? 'user' : other;
    this.note(rejected, this.#role);
    return true;
  }

  /** Records a change and reports it. */
  note(parameter: string, now: string): void {
    this.variant++;
    this.adapted[parameter] = now;
    this.onAdapted(parameter, now);
  }
}

/** Puts the instructions before the first user message, for prompt templates without a role for them. */
function withoutSystem(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const instructions = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const [first, ...rest] = messages.filter(({ role }) => role !== 'system');
  if (first?.role !== 'user')
    return [{ role: 'user', content: instructions.join('\n\n') }, ...(first ? [first] : []), ...rest];
  return [{ role: 'user', content: [...instructions, first.content].join('\n\n') }, ...rest];
}
