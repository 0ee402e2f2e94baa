import { deadline } from "./deadline.ts";
import { route } from "./route.ts";
import type { State, StateMachine } from "./state-machine.ts";

export const machines = { route, deadline } as const satisfies Record<string, StateMachine>;
export type MachineName = keyof typeof machines;

export const functionNames = ["open-round", "mark-stuck", "reach"] as const;
/** What the machines call: `Record<FunctionName, …>` does not compile until every one is there. */
export type FunctionName = (typeof functionNames)[number];

/**
 * The definition of `machine` with its placeholders filled in: `functions` gives the ARN of each function in AWS, the
 * name of its handler locally. `partition` is `aws` or `aws-cn`. Throws for a placeholder that names no function.
 */
export const definitionOf = (
  machine: MachineName,
  functions: Readonly<Record<FunctionName, string>>,
  partition = "aws",
): StateMachine => {
  const { Comment, StartAt, States }: StateMachine = machines[machine];
  const filled = Object.entries(States).map(([name, state]): [string, State] => [
    name,
    fill(state, functions, partition),
  ]);
  return { Comment, StartAt, States: Object.fromEntries(filled) };
};

const fill = (state: State, functions: Readonly<Record<FunctionName, string>>, partition: string): State => {
  if (state.Type !== "Task") return state;
  const { FunctionName: placeholder } = state.Parameters;
  const name = functionNames.find((known) => placeholder === `\${${known}}`);
  if (name === undefined) throw new Error(`no function is called ${placeholder}`);
  const waits = state.Resource.endsWith(".waitForTaskToken");
  return {
    ...state,
    Resource: waits
      ? `arn:${partition}:states:::lambda:invoke.waitForTaskToken`
      : `arn:${partition}:states:::lambda:invoke`,
    Parameters: { ...state.Parameters, FunctionName: functions[name] },
  };
};
