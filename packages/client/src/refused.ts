interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What the window says when it does not do what it was asked for (RFC 9457). Programs go by `code`, people by the rest. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly cause: Text;
  readonly remedy: Text;
  /** What is wrong, field by field. */
  readonly faults: readonly {
    readonly field: string;
    readonly code: string;
    readonly cause: Text;
    readonly remedy: Text;
  }[];
  /** Where to go instead. */
  readonly link?: string;
  /** The number of a fault of the window, for its operator. */
  readonly incident?: string;
}

/** Thrown for every answer that is not the one asked for. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;
  /** Absent where something between here and the window has answered. */
  readonly problem: Problem | undefined;
  /** Seconds to wait before asking again, where the answer said so. */
  readonly retryAfter: number | undefined;
  constructor(said: string, response: Response, problem: Problem | undefined) {
    super(`${said}: ${response.status}${problem === undefined ? "" : ` ${problem.code}`}`);
    this.status = response.status;
    this.problem = problem;
    // Something on the way may have written a date.
    const wait = Number(response.headers.get("retry-after") ?? "none");
    this.retryAfter = Number.isFinite(wait) ? wait : undefined;
  }
}

/** What the window sends under that media type is a problem whole. */
const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";

/** Undefined for what broke off on its way. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const refusedBy = async (response: Response, asked: string): Promise<Refused> => {
  const text = await response.text();
  const isDocument = response.headers.get("content-type")?.startsWith("application/problem+json") ?? false;
  const said = isDocument ? parsed(text) : undefined;
  return new Refused(asked, response, isProblem(said) ? said : undefined);
};
