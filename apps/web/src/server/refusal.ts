interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly title?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** An error response of the server. `code` is stable; `fields` names the invalid fields. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly fields: readonly string[];

  constructor({ code = '', detail, title = '', errors = [] }: Problem) {
    super([detail ?? title, ...errors.map(({ field, message }) => `${field}: ${message}`)].filter(Boolean).join(' · '));
    this.code = code;
    this.fields = errors.map(({ field }) => field);
  }
}

export async function refusalOf(response: Response): Promise<Refusal> {
  const problem = await response.json().catch(() => ({ title: `HTTP ${response.status}` }));
  return new Refusal(problem as Problem);
}
