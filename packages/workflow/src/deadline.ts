import type { StateMachine } from "./state-machine.ts";

/**
 * Reaches one checkpoint of a plan at its instant. Input `{ subject, plan, at }`, `at` in ISO 8601.
 * Named `subject-plan-instant`, so starting it twice is harmless.
 */
export const deadline = {
  Comment: "Reaches one checkpoint at its instant; the ledger decides what that means",
  StartAt: "Wait",
  States: {
    Wait: { Type: "Wait", TimestampPath: "$.at", Next: "Reach" },
    Reach: {
      Type: "Task",
      Comment:
        "No catch: after the last try the execution fails, which is alarmed; the hourly sweep fires it again",
      Resource: "arn:aws:states:::lambda:invoke",
      Parameters: { FunctionName: "${reach}", "Payload.$": "$" },
      ResultPath: null,
      // Seven tries within 31.5 minutes: done before the next hourly sweep looks at what was not reached.
      Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 30, BackoffRate: 2, MaxAttempts: 6 }],
      Next: "Done",
    },
    Done: { Type: "Succeed" },
  },
} as const satisfies StateMachine;
