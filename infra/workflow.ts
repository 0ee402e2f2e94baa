import { Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { CfnStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { environment } from "../packages/aws/src/names.ts";
import { definitionOf } from "../packages/workflow/src/definition.ts";
import type { FunctionName, MachineName } from "../packages/workflow/src/definition.ts";
import type { Access } from "./access.ts";
import { alarm } from "./part/alarm.ts";
import { functionOf } from "./part/function.ts";
import { grant } from "./part/grant.ts";
import { onMessages } from "./part/trigger.ts";
import type { Stage } from "./stage.ts";

export interface Queues {
  readonly workflow: Queue;
  readonly deliveries: Queue;
}

/** The tasks of the machines; each is given ids and a token, and asks the ledger. */
const tasks = (scope: Construct, stage: Stage, to: Access, queues: Queues): Record<FunctionName, Lambda> => {
  const openRound = functionOf(scope, stage, { name: "open-round", seconds: 30 });
  const markStuck = functionOf(scope, stage, { name: "mark-stuck", seconds: 30 });
  const reach = functionOf(scope, stage, { name: "reach", seconds: 30 });
  for (const task of [openRound, markStuck, reach]) {
    to.events(task, ["GetItem", "PutItem", "Query"]);
    to.views(task, ["Query"]);
    to.secrets(task, ["root"]);
    to.sending(task, queues.workflow, environment.workflow);
  }
  for (const task of [openRound, markStuck]) {
    to.records(task, ["GetItem", "PutItem", "DeleteItem"]);
    to.keys(task, "opens");
  }
  to.records(reach, ["GetItem", "PutItem", "DeleteItem", "Query"]);
  to.keys(reach, "opens");
  to.sending(reach, queues.deliveries, environment.deliveries);
  return { "open-round": openRound, "mark-stuck": markStuck, reach };
};

const invoking = (called: readonly Lambda[]): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ["lambda:InvokeFunction"],
        resources: called.map(({ functionArn }) => functionArn),
      }),
    ],
  });

const machineOf = (
  scope: Construct,
  name: MachineName,
  functions: Record<FunctionName, Lambda>,
  called: readonly FunctionName[],
): CfnStateMachine => {
  const id = name === "route" ? "Route" : "Deadline";
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal("states.amazonaws.com"),
    inlinePolicies: { tasks: invoking(called.map((task) => functions[task])) },
  });
  const arns = {
    "open-round": functions["open-round"].functionArn,
    "mark-stuck": functions["mark-stuck"].functionArn,
    reach: functions.reach.functionArn,
  };
  const stack = Stack.of(scope);
  const machine = new CfnStateMachine(scope, id, {
    roleArn: role.roleArn,
    stateMachineType: "STANDARD",
    definitionString: stack.toJsonString(definitionOf(name, arns, stack.partition)),
  });
  alarm(scope, `${id}Failed`, {
    metric: new Metric({
      namespace: "AWS/States",
      metricName: "ExecutionsFailed",
      dimensionsMap: { StateMachineArn: machine.ref },
      period: Duration.minutes(5),
      statistic: "Sum",
    }),
    heading: `${id}Failed`,
    whoIsHurt: "An applicant whose case waits and is not asked about, or whose deadline passes unseen.",
  });
  return machine;
};

/** Seven tenths of the million open executions that an account has in a Region unless it asks for more. */
const MANY_OPEN = 700_000;

/** Both machines, and the drive that starts them and completes their tasks, paced under the regional quota. */
export const workflow = (scope: Construct, stage: Stage, to: Access, queues: Queues): void => {
  const functions = tasks(scope, stage, to, queues);
  const route = machineOf(scope, "route", functions, ["open-round", "mark-stuck"]);
  const deadline = machineOf(scope, "deadline", functions, ["reach"]);
  alarm(scope, "OpenExecutions", {
    metric: new Metric({
      namespace: "AWS/States",
      metricName: "OpenExecutionCount",
      period: Duration.minutes(5),
      statistic: "Maximum",
    }),
    heading: "OpenExecutions",
    whoIsHurt: "Nobody yet: at all of it no case goes on and no deadline is reached.",
    threshold: MANY_OPEN,
  });
  alarm(scope, "CaseStuck", {
    metric: functions["mark-stuck"].metricInvocations({ period: Duration.minutes(5), statistic: "Sum" }),
    heading: "CaseStuck",
    whoIsHurt: "Applicants whose cases wait because their departments could not be asked.",
  });
  const drive = functionOf(scope, stage, { name: "drive", seconds: 30 });
  const on = [route.ref, deadline.ref];
  grant(drive, {
    actions: ["states:StartExecution"],
    on,
    as: [environment.route, route.ref],
  });
  drive.addEnvironment(environment.deadline, deadline.ref);
  grant(drive, { actions: ["states:SendTaskSuccess", "states:SendTaskFailure"], on });
  to.records(drive, ["GetItem"]);
  // Ten messages one after the other take half a second: five at once make 100 a second, under the 150 of most Regions.
  onMessages(drive, queues.workflow, { batch: 10, atOnce: 5 });
};
