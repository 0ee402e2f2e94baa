import { functionNames } from "@window/workflow/definition.ts";
import * as z from "zod";

/** A definition as data somebody may have changed: read loosely, so that every law can say what is wrong with it. */
const Next = z.string().optional();
const Rule = z.looseObject({ ErrorEquals: z.array(z.string()), MaxAttempts: z.number().optional(), Next });
const State = z.looseObject({
  Type: z.string(),
  Next,
  Default: z.string().optional(),
  Resource: z.string().default(""),
  Parameters: z.record(z.string(), z.unknown()).optional(),
  TimeoutSeconds: z.number().optional(),
  Retry: z.array(Rule).default([]),
  Catch: z.array(Rule).default([]),
  Choices: z.array(z.looseObject({ Next })).default([]),
});
type State = z.infer<typeof State>;
const Machine = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), State) });
type Machine = z.infer<typeof Machine>;

/** A law answers with one sentence per breach. */
type Law = (machine: Machine, raw: unknown) => string[];

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  machine: ["Comment", "StartAt", "States"],
  Wait: ["Type", "Comment", "TimestampPath", "Next"],
  Task: [
    "Type",
    "Comment",
    "Resource",
    "Parameters",
    "TimeoutSeconds",
    "ResultPath",
    "Retry",
    "Catch",
    "Next",
  ],
  Choice: ["Type", "Comment", "Choices", "Default"],
  Succeed: ["Type", "Comment"],
  Parameters: ["FunctionName", "Payload", "Payload.$"],
  Retry: ["ErrorEquals", "IntervalSeconds", "BackoffRate", "MaxDelaySeconds", "MaxAttempts"],
  Catch: ["ErrorEquals", "ResultPath", "Next"],
  Choices: ["Variable", "BooleanEquals", "Next"],
};

const Fields = z.record(z.string(), z.unknown());
const Raw = z.looseObject({ States: z.record(z.string(), Fields) });

const unknownFields = (place: string, kind: string, value: unknown): string[] =>
  [value].flat().flatMap((one) =>
    Object.keys(Fields.parse(one))
      .filter((field) => !FIELDS[kind]?.includes(field))
      .map((field) => `${place} has the field ${field}, which we do not use`),
  );

const onlyKnownFields: Law = (_, raw) => {
  const { States } = Raw.parse(raw);
  const inStates = Object.entries(States).flatMap(([name, state]) => [
    ...unknownFields(name, String(state["Type"]), state),
    ...["Parameters", "Retry", "Catch", "Choices"].flatMap((kind) =>
      unknownFields(`${name} ${kind}`, kind, state[kind] ?? []),
    ),
  ]);
  return [...unknownFields("the machine", "machine", raw), ...inStates];
};

/** What the query language JSONata would bring; a path must be `$.field` or the token. */
const onlyPaths: Law = (_, raw) => {
  const text = JSON.stringify(raw);
  const words = ["QueryLanguage", "{%", "States.Format", "States.Json", "$$.Execution", "$states"];
  return words.filter((word) => text.includes(word)).map((word) => `${word} is more than a plain JSONPath`);
};

const isWaiting = (state: State): boolean => state.Resource.endsWith(".waitForTaskToken");

/** The states a failed task or a plain state leads to; a waiting state is left by `Next` only after somebody answered. */
const unwaited = (state: State): string[] =>
  [
    ...(isWaiting(state) ? [] : [state.Next, state.Default, ...state.Choices.map((choice) => choice.Next)]),
    ...state.Catch.map((catcher) => catcher.Next),
  ].filter((next) => next !== undefined);

const targets = (state: State): string[] =>
  [...unwaited(state), ...(isWaiting(state) ? [state.Next] : [])].filter((next) => next !== undefined);

const everyTargetExists: Law = ({ StartAt, States }) =>
  [StartAt, ...Object.values(States).flatMap(targets)]
    .filter((name) => !Object.hasOwn(States, name))
    .map((name) => `there is no state ${name}`);

const reachable = (
  States: Machine["States"],
  from: string,
  edges: (state: State) => string[],
): Set<string> => {
  const seen = new Set<string>();
  const queue = [from];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const state = States[name];
    if (state === undefined || seen.has(name)) continue;
    seen.add(name);
    queue.push(...edges(state));
  }
  return seen;
};

const everyStateIsReachable: Law = ({ StartAt, States }) => {
  const seen = reachable(States, StartAt, targets);
  return Object.keys(States)
    .filter((name) => !seen.has(name))
    .map((name) => `nothing leads to ${name}`);
};

const everyMachineEnds: Law = ({ States }) =>
  Object.entries(States)
    .filter(([name]) => ![...reachable(States, name, targets)].some((end) => States[end]?.Type === "Succeed"))
    .map(([name]) => `${name} leads to no end`);

/** A year is the life of an execution (Step Functions quota); 300 days leave time for the next to take over. */
const LONGEST_WAIT = 300 * 24 * 60 * 60;

const waitsEnd: Law = ({ States }) =>
  Object.entries(States)
    .filter(([, state]) => isWaiting(state))
    .flatMap(([name, state]) => [
      ...(state.TimeoutSeconds !== undefined && state.TimeoutSeconds <= LONGEST_WAIT
        ? []
        : [`${name} may wait for ever`]),
      ...(first(state.Catch, "States.Timeout") ? [] : [`${name} does not catch its timeout`]),
      ...(first(state.Retry, "States.Timeout")?.MaxAttempts === 0
        ? []
        : [`${name} asks again after 300 days`]),
    ]);

const first = (rules: readonly z.infer<typeof Rule>[], error: string) =>
  rules.find(({ ErrorEquals }) => ErrorEquals.includes(error) || ErrorEquals.includes("States.ALL"));

const noCycleWithoutAWait: Law = ({ States }) =>
  Object.entries(States)
    .filter(([name, state]) => unwaited(state).some((next) => reachable(States, next, unwaited).has(name)))
    .map(([name]) => `${name} comes back to itself without a wait`);

const everyTaskIsRetried: Law = ({ States }) =>
  Object.entries(States)
    .filter(
      ([, { Type, Retry }]) => Type === "Task" && !(Number(first(Retry, "any error")?.MaxAttempts) >= 1),
    )
    .map(([name]) => `${name} gives up at the first failure`);

const PAYLOADS = ['{"Payload":{"case.$":"$.case","token.$":"$$.Task.Token"}}', '{"Payload.$":"$"}'];

/** Ids and the token: what a case says never enters an execution, whose history everybody with an account can read. */
const onlyIdsTravel: Law = ({ States }) =>
  Object.entries(States)
    .filter(([, state]) => state.Type === "Task")
    .flatMap(([name, { Parameters, Catch }]) => {
      const { FunctionName, ...payload } = Parameters ?? {};
      return [
        ...(functionNames.some((known) => FunctionName === `\${${known}}`)
          ? []
          : [`${name} calls no function of ours`]),
        ...(PAYLOADS.includes(JSON.stringify(payload))
          ? []
          : [`${name} carries more than ids and its token`]),
        ...(Catch.every((catcher) => catcher["ResultPath"] === null)
          ? []
          : [`${name} carries on what an error says`]),
      ];
    });

export const laws = {
  onlyKnownFields,
  onlyPaths,
  everyTargetExists,
  everyStateIsReachable,
  everyMachineEnds,
  waitsEnd,
  noCycleWithoutAWait,
  everyTaskIsRetried,
  onlyIdsTravel,
} satisfies Record<string, Law>;

/** What a definition breaks, one sentence per breach. */
export const breaches = (definition: unknown): string[] => {
  const machine = Machine.parse(definition);
  return Object.values(laws).flatMap((law: Law) => law(machine, definition));
};
