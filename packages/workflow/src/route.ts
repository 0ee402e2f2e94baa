import type { StateMachine } from "./state-machine.ts";

/**
 * 300 days. An execution lives one year (Step Functions quota), so a round that waits longer goes on in a new execution:
 * the same instant stands in the due index.
 */
const ROUND_TIMEOUT_SECONDS = 300 * 24 * 60 * 60;

/** Takes a case through its rounds. Input `{ case }`. A round is completed with `{ more: boolean }`. */
export const route = {
  Comment: "Takes a case through its rounds of referrals",
  StartAt: "Open round",
  States: {
    "Open round": {
      Type: "Task",
      Comment: "Plans the next round, asks every department in it, waits until the round is closed",
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      Parameters: {
        FunctionName: "${open-round}",
        Payload: { "case.$": "$.case", "token.$": "$$.Task.Token" },
      },
      TimeoutSeconds: ROUND_TIMEOUT_SECONDS,
      ResultPath: "$.round",
      Retry: [
        { ErrorEquals: ["States.Timeout"], MaxAttempts: 0 },
        // A store that refuses for hours makes no case stuck, or an operator would release each of them by hand.
        {
          ErrorEquals: ["StoreUnavailable"],
          IntervalSeconds: 5,
          BackoffRate: 2,
          MaxDelaySeconds: 600,
          MaxAttempts: 150,
        },
        // Three tries in all, at 0 s, 30 s and 2.5 min: longer than one deploy or throttled minute, short for a person.
        { ErrorEquals: ["States.ALL"], IntervalSeconds: 30, BackoffRate: 4, MaxAttempts: 2 },
      ],
      Catch: [
        { ErrorEquals: ["States.Timeout"], ResultPath: null, Next: "Done" },
        { ErrorEquals: ["States.ALL"], ResultPath: null, Next: "Stuck" },
      ],
      Next: "More?",
    },
    "More?": {
      Type: "Choice",
      Choices: [{ Variable: "$.round.more", BooleanEquals: true, Next: "Open round" }],
      Default: "Done",
    },
    Stuck: {
      Type: "Task",
      Comment: "Commits that the case is stuck and waits for an operator, whose token opens the round again",
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      Parameters: {
        FunctionName: "${mark-stuck}",
        Payload: { "case.$": "$.case", "token.$": "$$.Task.Token" },
      },
      TimeoutSeconds: ROUND_TIMEOUT_SECONDS,
      ResultPath: null,
      Retry: [
        { ErrorEquals: ["States.Timeout"], MaxAttempts: 0 },
        // About a day of trying. Then the execution fails, which is alarmed: a case must not be stuck unseen.
        {
          ErrorEquals: ["States.ALL"],
          IntervalSeconds: 60,
          BackoffRate: 2,
          MaxDelaySeconds: 3600,
          MaxAttempts: 30,
        },
      ],
      Catch: [{ ErrorEquals: ["States.Timeout"], ResultPath: null, Next: "Done" }],
      Next: "Open round",
    },
    Done: { Type: "Succeed" },
  },
} as const satisfies StateMachine;
