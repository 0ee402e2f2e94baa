import {
  ExecutionAlreadyExists,
  InvalidToken,
  SFNClient,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { Workflow } from "@window/domain/port/workflow.ts";
import { patience } from "./patience.ts";

/** ARNs of the two machines. */
export interface Machines {
  readonly route: string;
  readonly deadline: string;
}

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
export const openWorkflow = (arns: Machines, client = new SFNClient(patience)): Workflow => ({
  async start(machine, name, input) {
    const start = new StartExecutionCommand({
      stateMachineArn: arns[machine],
      name,
      input: JSON.stringify(input),
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

  fail: (taskToken, cause) => answered(client.send(new SendTaskFailureCommand({ taskToken, error: cause }))),
});
