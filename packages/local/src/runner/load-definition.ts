import type { StateMachine } from "@window/workflow/state-machine.ts";
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
const ErrorEquals = z.tuple([z.enum(["States.Timeout", "States.ALL"])]);
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

const State = z.discriminatedUnion("Type", [
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
  States: z.record(z.string(), State),
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
  if (!read.success) {
    const [issue] = read.error.issues;
    const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const place = [...(issue?.path ?? []), ...unknown].map(String);
    throw new NotImplemented(machine, place, unknown.length > 0 ? "not implemented" : (issue?.message ?? ""));
  }
  for (const [place, target] of targets(read.data)) {
    if (!Object.hasOwn(read.data.States, target)) {
      throw new NotImplemented(machine, place, `there is no state "${target}"`);
    }
  }
  for (const [name, state] of Object.entries(read.data.States)) {
    if (state.Type === "Task" && !functions.includes(state.Parameters.FunctionName)) {
      const place = ["States", name, "Parameters", "FunctionName"];
      throw new NotImplemented(machine, place, `there is no function "${state.Parameters.FunctionName}"`);
    }
  }
  return read.data;
};

const targets = ({ StartAt, States }: StateMachine): [place: string[], target: string][] => [
  [["StartAt"], StartAt],
  ...Object.entries(States).flatMap(([name, state]): [string[], string][] => {
    switch (state.Type) {
      case "Succeed":
        return [];
      case "Choice":
        return [state.Default, ...state.Choices.map((choice) => choice.Next)].map((next) => [
          ["States", name, "Choices"],
          next,
        ]);
      case "Wait":
        return [[["States", name, "Next"], state.Next]];
      case "Task":
        return [
          [["States", name, "Next"], state.Next],
          ...(state.Catch ?? []).map((catcher): [string[], string] => [
            ["States", name, "Catch"],
            catcher.Next,
          ]),
        ];
    }
  }),
];
