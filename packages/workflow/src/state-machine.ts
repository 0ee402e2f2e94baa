/**
 * Exactly the part of the Amazon States Language (https://states-language.net/spec.html) that our machines use, query
 * language JSONPath. What is not written here is refused: by the compiler in the data, by `test/rules` in both
 * definitions, by the embedded runner at load. A field is added here, in the runner and in the laws, or nowhere.
 */
export interface StateMachine {
  readonly Comment: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export type State = Wait | Task | Choice | Succeed;

/** Waits until the instant at `TimestampPath` (ISO 8601 with offset or Z); a past one does not wait. */
export interface Wait {
  readonly Type: "Wait";
  readonly Comment?: string;
  readonly TimestampPath: string;
  readonly Next: string;
}

/** `lambda:invoke` calls a function; with `.waitForTaskToken` the task then waits for the token that it was given. */
export interface Task {
  readonly Type: "Task";
  readonly Comment?: string;
  readonly Resource:
    `arn:${string}:states:::lambda:invoke` | `arn:${string}:states:::lambda:invoke.waitForTaskToken`;
  readonly Parameters: {
    /** In the data a placeholder `${name}`, which `definitionOf` fills in. */
    readonly FunctionName: string;
    /** Keys end in `.$`, values are paths: `$.case` into the input, `$$.Task.Token` for the token. */
    readonly Payload?: Readonly<Record<string, string>>;
    readonly "Payload.$"?: "$";
  };
  readonly TimeoutSeconds?: number;
  /** Where the result is put into the input; null drops it. */
  readonly ResultPath: string | null;
  readonly Retry: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
  readonly Next: string;
}

/** The first retrier that names the error decides; `MaxAttempts` counts the tries after the first. */
export interface Retrier {
  readonly ErrorEquals: readonly ErrorName[];
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly MaxAttempts: number;
}

/** `ResultPath: null` keeps the input as it was: what an error says must not travel in a machine. */
export interface Catcher {
  readonly ErrorEquals: readonly ErrorName[];
  readonly ResultPath: null;
  readonly Next: string;
}

/** `StoreUnavailable` is what the ports throw while the store refuses: it passes by itself. */
export type ErrorName = "States.Timeout" | "StoreUnavailable" | "States.ALL";

export interface Choice {
  readonly Type: "Choice";
  readonly Comment?: string;
  readonly Choices: readonly {
    readonly Variable: string;
    readonly BooleanEquals: boolean;
    readonly Next: string;
  }[];
  readonly Default: string;
}

export interface Succeed {
  readonly Type: "Succeed";
  readonly Comment?: string;
}
