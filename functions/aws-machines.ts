/** The only function that talks to Step Functions. */
import { environment } from "@window/aws/names.ts";
import { Ask, drive } from "@window/aws/queued-workflow.ts";
import { openWorkflow } from "@window/aws/workflow.ts";
import { need } from "./aws-env.ts";

/** Hands what lies in the queue to the machines. Throws for a message that none of us has written. */
export const driven = (): ((message: unknown) => Promise<unknown>) => {
  const workflow = openWorkflow({ route: need(environment.route), deadline: need(environment.deadline) });
  return (message) => drive(workflow, Ask.parse(message));
};
