import type { State, StateMachine } from "@window/workflow/state-machine.ts";
import * as z from "zod";

/** A definition asks for something this runner does not do. It is refused whole, before anything runs on it. */
export class NotImplemented extends Error {
  override readonly name = "NotImplemented";
  constructor(machine: string, place: readonly string[], reason: string) {
    const [, state, ...field] = place[0] === "States" ? place : ["", "", ...place];
    const where = state ? `state "${state}", field "${field.join(".")}"` : `field "${field.join(".")}"`;
    super(`machine "${machine}", ${where}: ${reason}`);
  }
}

const Comment = z.exactOptional(z.string());
const Path = z.string().regex(/^\$(\.\w+)*$/, "only paths like $ and $.a.b are implemented");
const Field = z.string().regex(/^\$\.\w+$/, "only paths like $.a are implemented");
const ErrorEquals = z.tuple([z.enum(["States.Timeout", "StoreUnavailable", "States.ALL"])]);
const Template = z.string().regex(/\.\$$/, "only paths are implemented");
const Callback = z.literal("arn:aws:states:::lambda:invoke.waitForTaskToken");
const Invoke = z.literal("arn:aws:states:::lambda:invoke");

const Retrier = z.strictObject({
  ErrorEquals,
  IntervalSeconds: z.exactOptional(z.int().positive()),
  BackoffRate: z.exactOptional(z.number().min(1)),
  MaxDelaySeconds: z.exactOptional(z.int().positive()),
  MaxAttempts: z.int().nonnegative(),
});

const task = {
  Type: z.literal("Task"),
  Comment,
  Parameters: z.strictObject({
    FunctionName: z.string(),
    Payload: z.exactOptional(z.record(Template, z.union([Path, z.literal("$$.Task.Token")]))),
    "Payload.$": z.exactOptional(z.literal("$")),
  }),
  Retry: z.array(Retrier),
  Catch: z.exactOptional(z.array(z.strictObject({ ErrorEquals, ResultPath: z.null(), Next: z.string() }))),
  Next: z.string(),
};

const AnyState = z.discriminatedUnion("Type", [
  z.strictObject({ Type: z.literal("Wait"), Comment, TimestampPath: Path, Next: z.string() }),
  z.discriminatedUnion("Resource", [
    z.strictObject({
      ...task,
      Resource: Callback,
      TimeoutSeconds: z.int().positive(),
      ResultPath: Field.nullable(),
    }),
    z.strictObject({ ...task, Resource: Invoke, ResultPath: z.null() }),
  ]),
  z.strictObject({
    Type: z.literal("Choice"),
    Comment,
    Choices: z.array(z.strictObject({ Variable: Path, BooleanEquals: z.boolean(), Next: z.string() })),
    Default: z.string(),
  }),
  z.strictObject({ Type: z.literal("Succeed"), Comment }),
]);

const Definition = z.strictObject({
  Comment: z.string(),
  StartAt: z.string(),
  States: z.record(z.string(), AnyState),
});

/**
 * Reads a definition, or throws `NotImplemented` naming machine, state and field. Every name in `Next`, `StartAt` and
 * `Default` exists afterwards, and every function is one of `functions`.
 */
export const loadDefinition = (
  machine: string,
  definition: unknown,
  functions: readonly string[],
): StateMachine => {
  const read = Definition.safeParse(definition);
  if (!read.success) throw firstIssue(machine, read.error);
  const { States } = read.data;
  const missing = targets(read.data).find(([, target]) => !Object.hasOwn(States, target));
  if (missing) throw new NotImplemented(machine, missing[0], `there is no state "${missing[1]}"`);
  for (const [name, state] of Object.entries(States)) {
    if (state.Type !== "Task" || functions.includes(state.Parameters.FunctionName)) continue;
    const place = ["States", name, "Parameters", "FunctionName"];
    throw new NotImplemented(machine, place, `there is no function "${state.Parameters.FunctionName}"`);
  }
  return read.data;
};

const firstIssue = (machine: string, error: z.ZodError): NotImplemented => {
  const [issue] = error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const place = [...(issue?.path ?? []), ...unknown].map(String);
  return new NotImplemented(machine, place, unknown.length > 0 ? "not implemented" : (issue?.message ?? ""));
};

type Target = [place: string[], state: string];

const targets = ({ StartAt, States }: StateMachine): Target[] => [
  [["StartAt"], StartAt],
  ...Object.entries(States).flatMap(([name, state]) => targetsOf(["States", name], state)),
];

const targetsOf = (place: string[], state: State): Target[] => {
  switch (state.Type) {
    case "Succeed":
      return [];
    case "Wait":
      return [[[...place, "Next"], state.Next]];
    case "Choice":
      return [
        [[...place, "Default"], state.Default],
        ...state.Choices.map(({ Next }): Target => [[...place, "Choices"], Next]),
      ];
    case "Task":
      return [
        [[...place, "Next"], state.Next],
        ...(state.Catch ?? []).map(({ Next }): Target => [[...place, "Catch"], Next]),
      ];
  }
};
