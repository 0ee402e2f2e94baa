import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { SFNClient } from "@aws-sdk/client-sfn";
import { fromIso, later, toIso } from "@window/domain/instant.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import type { Workflow } from "@window/domain/port/workflow.ts";

export interface Machines {
  readonly client: SFNClient;
  readonly route: string;
  readonly deadline: string;
}

type Input = Readonly<Record<string, string>>;

/**
 * A machine waits in real time. `at` becomes the real instant at which the legal clock, if nobody moves it, will show
 * `legal`; in every stage but `test` they are the same.
 */
const timed = (input: Input, legal: LegalClock, wire: WireClock): Input => {
  if (input["at"] === undefined) return input;
  const ahead = legal.now() - wire.now();
  // Two looks at the wall clock differ by a little; a whole second is a move.
  const offset = Math.abs(ahead) < 1000 ? 0 : ahead;
  return { ...input, legal: input["at"], at: toIso(later(fromIso(input["at"]), -offset)) };
};

const answered = async (sent: Promise<unknown>): Promise<"completed" | "token-gone"> => {
  try {
    await sent;
    return "completed";
  } catch (fault) {
    const gone = [TaskDoesNotExist, TaskTimedOut, InvalidToken].some((kind) => fault instanceof kind);
    if (!gone) throw fault;
    return "token-gone";
  }
};

/** Step Functions itself: the drive's alone, which keeps under the regional quotas. */
export const openWorkflow = (
  { client, ...arns }: Machines,
  { legal, wire }: { readonly legal: LegalClock; readonly wire: WireClock },
): Workflow => ({
  async start(machine, name, input) {
    const start = new StartExecutionCommand({
      stateMachineArn: arns[machine],
      name,
      input: JSON.stringify(timed(input, legal, wire)),
    });
    try {
      await client.send(start);
      return "started";
    } catch (fault) {
      if (!(fault instanceof ExecutionAlreadyExists)) throw fault;
      return "already-started";
    }
  },

  complete: (taskToken, output) =>
    answered(client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))),

  fail: (taskToken, cause) =>
    answered(client.send(new SendTaskFailureCommand({ taskToken, error: "Failed", cause }))),
});
