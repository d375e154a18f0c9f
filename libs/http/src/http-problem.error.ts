import { type Issue, koreanIssue } from './korean-issue.js';
import { HTTP_PROBLEMS, type HttpProblemCode, type ProblemType } from './problem-types.js';

export interface FieldProblem {
  /** Path of the field, such as `birth.date`; empty for the body as a whole. */
  readonly field: string;
  readonly message: string;
  /** The message in Korean; the English one is used when it is absent. */
  readonly messageKo?: string;
}

export interface ProblemOptions {
  readonly detail?: string;
  /** The detail in Korean; the Korean title is used when it is absent. */
  readonly detailKo?: string;
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/**
 * An error that ProblemFilter answers with `application/problem+json` (RFC 9457). Apps subclass it with their own
 * codes.
 */
export class HttpProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly titleKo: string;
  readonly detailKo: string;
  readonly retryable: boolean;
  readonly errors: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: string,
    { status, title, titleKo = title, retryable }: Omit<ProblemType, 'advice'>,
    { detail, detailKo = titleKo, errors = [], headers = {}, cause }: ProblemOptions = {},
  ) {
    super(detail ?? title, { cause });
    this.status = status;
    this.title = title;
    this.titleKo = titleKo;
    this.detailKo = detailKo;
    this.retryable = retryable;
    this.errors = errors;
    this.headers = headers;
  }
}

/** A problem with one of the codes that all servers share. */
export const httpProblem = (code: HttpProblemCode, options?: ProblemOptions): HttpProblem =>
  new HttpProblem(code, HTTP_PROBLEMS[code], options);

/** One issue as reported by the Standard Schema interface. */
interface SchemaIssue extends Issue {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** Names of the unknown fields in the object at `path`. */
  readonly keys?: readonly string[] | undefined;
}

/** A problem `input.invalid` that names every field rejected by a schema. */
export const invalidInput = (issues: readonly SchemaIssue[]): HttpProblem =>
  httpProblem('input.invalid', { errors: issues.flatMap(fieldProblems) });

function fieldProblems(issue: SchemaIssue): readonly FieldProblem[] {
  const { path = [], message, keys } = issue;
  const messageKo = koreanIssue(issue);
  const parts = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  if (!keys) return [{ field: parts.join('.'), message, messageKo }];
  return keys.map((key) => ({ field: [...parts, key].join('.'), message: 'is not a known field', messageKo }));
}
