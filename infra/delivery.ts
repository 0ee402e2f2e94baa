import { Duration } from "aws-cdk-lib";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { environment } from "../packages/aws/src/names.ts";
import type { Access } from "./access.ts";
import type { DataStack } from "./data.ts";
import { functionOf } from "./part/function.ts";
import { queueOf } from "./part/queue.ts";
import { onMessages } from "./part/trigger.ts";
import type { Stage } from "./stage.ts";
import type { Queues } from "./workflow.ts";

/** Seconds: five posts at once of at most 15, and what stands around them. */
const SENDER = 60;
const DRIVE = 30;

/** What waits between the functions: asks of the machines, and webhooks to departments. */
export const queuesOf = (scope: Construct, { rest: key }: DataStack): Queues => ({
  workflow: queueOf(scope, {
    id: "Workflow",
    key,
    visibility: Duration.seconds(6 * DRIVE),
    tries: 8,
    whoIsHurt: "Applicants whose cases do not move on, although everybody has answered.",
  }),
  deliveries: queueOf(scope, {
    id: "Deliveries",
    key,
    visibility: Duration.seconds(6 * SENDER),
    // As the port of deliveries promises.
    tries: 5,
    whoIsHurt: "A department that is not told of a referral, and the applicant who waits for it.",
  }),
});

/** Webhooks to departments, out of a fair queue. */
export const delivery = (scope: Construct, stage: Stage, to: Access, queues: Queues): Lambda => {
  const deliver = functionOf(scope, stage, { name: "deliver", seconds: SENDER });
  to.events(deliver, ["GetItem", "PutItem", "Query"]);
  to.views(deliver, ["Query"]);
  to.records(deliver, ["GetItem", "PutItem", "DeleteItem", "Query"]);
  to.keys(deliver, "opens");
  to.secrets(deliver, ["root", "endpoints", "registers", "mail", "sms"]);
  to.sending(deliver, queues.deliveries, environment.deliveries);
  to.sending(deliver, queues.workflow, environment.workflow);
  onMessages(deliver, queues.deliveries, { batch: 5, atOnce: 50 });
  return deliver;
};

/** Looks at every new version of a document before anybody can read it. */
export const inspection = (scope: Construct, stage: Stage, to: Access, data: DataStack): void => {
  const inspect = functionOf(scope, stage, { name: "inspect", seconds: 60, megabytes: 1024 });
  to.events(inspect, ["GetItem", "PutItem", "Query"]);
  to.documents(inspect, ["GetObjectVersion", "DeleteObjectVersion"]);
  to.secrets(inspect, ["root"]);
  // `-c clamd=host:port`; the function has to be let into its network by hand (infra/README.md).
  const clamd: unknown = scope.node.tryGetContext("clamd");
  if (typeof clamd === "string") inspect.addEnvironment(environment.clamd, clamd);
  // One at a time: a paper made to unpack without end takes its bound of memory, and not that of four others.
  onMessages(inspect, data.uploads, { batch: 1, atOnce: 10 });
};
